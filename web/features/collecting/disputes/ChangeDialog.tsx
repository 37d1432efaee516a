import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { DEPARTMENTS, DISPUTE_REASONS } from '#contract/collecting/desk'
import { changeDispute } from '#contract/collecting/desk/disputes'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../ui/fields/MoneyField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { people } from '../../access/settings.ts'
import type { Dispute } from './disputes.ts'

type ChangeDialogProps = { readonly dispute: Dispute; readonly onClose: () => void }

const NOBODY = ''

/** Reason, amount, who and until when; what was stays in the history. */
export function ChangeDialog({ dispute, onClose }: ChangeDialogProps) {
  const t = useT()
  const { today } = useReader()
  const { id, amount, owner } = dispute
  const { reason, department, deadlineOn, revisitOn } = dispute
  const [draft, setDraft] = useState({ reason, department, deadlineOn, revisitOn })
  const [minor, setMinor] = useState<number | null>(amount.minor)
  const [ownerId, setOwnerId] = useState(owner?.id ?? NOBODY)
  const [why, setWhy] = useState('')
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const colleagues = (useQuery(people).data?.people ?? []).filter(({ isActive }) => isActive)
  const { send, isBusy, problem } = useSending(changeDispute, () => {
    say(t('disputes.changing.done'))
    onClose()
  })
  return (
    <FormDialog
      title={t('disputes.changing.title')}
      does={t('disputes.changing.do')}
      onClose={onClose}
      isBusy={isBusy}
      problem={problem}
      whyNot={minor !== null && minor > 0 ? undefined : t('ui.required')}
      onSubmit={() => {
        if (minor === null) return
        const body = { ...draft, amountMinor: minor, ownerId: ownerId || null, why }
        send({ params: { disputeId: id }, body })
      }}
    >
      <Select
        label={t('desk.dispute.reason')}
        value={draft.reason}
        options={DISPUTE_REASONS.map((value) => ({
          value,
          name: t(`desk.dispute.reasons.${value}`),
        }))}
        onChange={(next) => set({ reason: next })}
      />
      <MoneyField
        label={t('desk.dispute.amount')}
        currency={amount.currency}
        minor={minor}
        onChange={setMinor}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('disputes.department')}
          value={draft.department}
          options={DEPARTMENTS.map((value) => ({
            value,
            name: t(`desk.dispute.departments.${value}`),
          }))}
          onChange={(next) => set({ department: next })}
        />
        <Select
          label={t('desk.dispute.owner')}
          value={ownerId}
          options={[
            { value: NOBODY, name: t('disputes.changing.nobody') },
            ...colleagues.map(({ id: value, name }) => ({ value, name })),
          ]}
          onChange={setOwnerId}
        />
        <DateField
          label={t('disputes.deadline')}
          day={draft.deadlineOn}
          from={today}
          onChange={(next) => set({ deadlineOn: next })}
        />
        <DateField
          label={t('desk.dispute.revisit')}
          day={draft.revisitOn}
          from={today}
          onChange={(next) => set({ revisitOn: next })}
        />
      </div>
      <TextArea label={t('disputes.changing.why')} isOptional value={why} onChange={setWhy} />
    </FormDialog>
  )
}
