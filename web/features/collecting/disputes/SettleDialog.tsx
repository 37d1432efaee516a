import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { DECISIONS, resolveDispute } from '#contract/collecting/desk/disputes'
import { withdrawMessage } from '#contract/collecting/messages'

import { may, useMember } from '../../../api/session.ts'
import { useCalling } from '../../../api/use-calling.ts'
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
import { TellingPart, tellingOf, type Words } from './TellingPart.tsx'

type SettleDialogProps = { readonly dispute: Dispute; readonly onClose: () => void }
type Decision = (typeof DECISIONS)[number]

const NONE = ''
/** As long as a mail waits by default before it leaves. */
const TAKE_BACK_MILLISECONDS = 10_000
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
  const [isTelling, setIsTelling] = useState(true)
  const [words, setWords] = useState<Words>({})
  const { send, isBusy, problem } = useSettling(onClose)
  const needsProof = resolution === 'delivery_proved'
  const whyNot = needsProof && evidenceId === NONE ? t('disputes.settling.noProof') : undefined
  const ending = {
    resolution,
    documentId: documentId || undefined,
    evidenceId: (needsProof && evidenceId) || undefined,
    contactId: words.contactId,
  }
  const hasWords = resolution !== 'withdrawn'
  const proposed = useQuery({ ...tellingOf(dispute.id, ending), enabled: hasWords }).data
  const text = words.text ?? proposed?.text ?? ''
  const tells = hasWords && isTelling
  const does = tells && proposed?.mail ? 'disputes.telling.do' : 'desk.dispute.resolve'
  return (
    <FormDialog
      width={tells ? 'wide' : 'normal'}
      title={t('desk.dispute.resolveTitle')}
      text={t(`disputes.settling.effects.${resolution}`)}
      does={t(does)}
      isBusy={isBusy}
      problem={problem}
      whyNot={whyNot ?? (tells && text.trim() === '' ? t('disputes.telling.empty') : undefined)}
      onClose={onClose}
      onSubmit={() =>
        send({
          params: { disputeId: dispute.id },
          body: {
            resolution,
            note,
            documentId: documentId || null,
            evidenceId: needsProof ? evidenceId : null,
            telling: tells ? { text, contactId: proposed?.mail?.contactId ?? null } : null,
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
          setWords({})
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
      <TextArea label={t('disputes.settling.note')} isOptional value={note} onChange={setNote} />
      {hasWords && (
        <Checkbox
          label={t('disputes.settling.tells')}
          isChecked={isTelling}
          onChange={setIsTelling}
        />
      )}
      {tells && <TellingPart disputeId={dispute.id} {...{ ending, words }} onChange={setWords} />}
    </FormDialog>
  )
}

/** Says what came of it; a mail that waits its seconds can be taken back. */
function useSettling(onClose: () => void) {
  const t = useT()
  const calling = useCalling()
  const mayTakeBack = may(useMember(), 'messages.decide')
  return useSending(resolveDispute, ({ state, taskId, messageId }) => {
    const done = t(state === 'open' ? 'disputes.settling.asked' : 'desk.dispute.resolved')
    const further = messageId
      ? t('disputes.telling.leaves')
      : taskId
        ? t('disputes.settling.told')
        : ''
    const takeBack = () =>
      void calling(withdrawMessage, { params: { id: messageId ?? '' }, body: {} })
    const action =
      messageId && mayTakeBack ? { name: t('disputes.telling.takeBack'), run: takeBack } : undefined
    say(`${done} ${further}`.trim(), {
      action,
      ...(messageId ? { lasts: TAKE_BACK_MILLISECONDS } : {}),
    })
    onClose()
  })
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
