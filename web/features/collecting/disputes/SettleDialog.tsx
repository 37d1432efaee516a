import { useState } from 'react'

import { DECISIONS, resolveDispute } from '#contract/collecting/desk/disputes'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { ChoiceTiles } from '../../../ui/fields/ChoiceTiles.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { moneyText } from '../../../ui/format/money.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import type { Dispute } from './disputes.ts'

type SettleDialogProps = { readonly dispute: Dispute; readonly onClose: () => void }
type Decision = (typeof DECISIONS)[number]

const NONE = ''
const KIND_OF: Readonly<Partial<Record<Decision, string>>> = {
  credit_note: 'credit_note',
  corrected_invoice: 'invoice',
}

/** How it was settled; each way says what it does before it is chosen. */
export function SettleDialog({ dispute, onClose }: SettleDialogProps) {
  const t = useT()
  const [resolution, setResolution] = useState<Decision>('rejected')
  const [note, setNote] = useState('')
  const [documentId, setDocument] = useState(NONE)
  const [evidenceId, setEvidence] = useState(dispute.evidence[0]?.id ?? NONE)
  const [tells, setTells] = useState(false)
  const { send, isBusy, problem } = useSending(resolveDispute, ({ state, taskId }) => {
    const done = t(state === 'open' ? 'disputes.settling.asked' : 'desk.dispute.resolved')
    say(taskId ? `${done} ${t('disputes.settling.told')}` : done)
    onClose()
  })
  const needsProof = resolution === 'delivery_proved'
  const whyNot = needsProof && evidenceId === NONE ? t('disputes.settling.noProof') : undefined
  return (
    <FormDialog
      title={t('desk.dispute.resolveTitle')}
      text={t(`disputes.settling.effects.${resolution}`)}
      does={t('desk.dispute.resolve')}
      isBusy={isBusy}
      problem={problem}
      whyNot={whyNot}
      onClose={onClose}
      onSubmit={() =>
        send({
          params: { disputeId: dispute.id },
          body: {
            resolution,
            note,
            documentId: documentId || null,
            evidenceId: needsProof ? evidenceId : null,
            tells: tells && resolution !== 'withdrawn',
          },
        })
      }
    >
      <ChoiceTiles
        label={t('desk.dispute.resolveTitle')}
        value={resolution}
        options={DECISIONS.map((value) => ({
          value,
          name: t(`desk.dispute.resolutions.${value}`),
        }))}
        onChange={(next) => {
          setResolution(next)
          setDocument(NONE)
        }}
      />
      <DocumentChoice {...{ dispute, resolution, documentId }} onChange={setDocument} />
      {needsProof && dispute.evidence.length > 0 && (
        <Select
          label={t('disputes.settling.proof')}
          value={evidenceId}
          options={dispute.evidence.map(({ id: value, name }) => ({ value, name }))}
          onChange={setEvidence}
        />
      )}
      <TextArea label={t('desk.dispute.note')} isOptional value={note} onChange={setNote} />
      {resolution !== 'withdrawn' && (
        <Checkbox
          label={t('disputes.settling.tells')}
          hint={t('disputes.settling.tellsHint')}
          isChecked={tells}
          onChange={setTells}
        />
      )}
    </FormDialog>
  )
}

type DocumentChoiceProps = {
  readonly dispute: Dispute
  readonly resolution: Decision
  readonly documentId: string
  readonly onChange: (id: string) => void
}

function DocumentChoice({ dispute, resolution, documentId, onChange }: DocumentChoiceProps) {
  const t = useT()
  const { locale } = useReader()
  const kind = KIND_OF[resolution]
  if (kind === undefined) return null
  const documents = dispute.candidates.filter((one) => one.kind === kind)
  return (
    <Select
      label={t('disputes.settling.isHere')}
      value={documentId}
      options={[
        { value: NONE, name: t('disputes.settling.notYet') },
        ...documents.map(({ id: value, number, total }) => ({
          value,
          name: `${number} · ${moneyText(total, locale)}`,
        })),
      ]}
      onChange={onChange}
    />
  )
}
