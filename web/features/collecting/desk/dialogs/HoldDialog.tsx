import { useState } from 'react'

import { HOLD_REASONS, placeHold } from '#contract/ledger/holds'
import { addDays, type Day } from '#kernel/day.ts'

import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { DateField } from '../../../../ui/fields/DateField.tsx'
import { Select } from '../../../../ui/fields/Select.tsx'
import { TextField } from '../../../../ui/fields/TextField.tsx'
import { shortDay } from '../../../../ui/format/day.ts'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { say } from '../../../../ui/toasts.ts'
import type { DeskDialogProps } from './props.ts'

export function HoldDialog({ subject, onClose, onDone }: DeskDialogProps) {
  const t = useT()
  const { today, locale } = useReader()
  const [reason, setReason] = useState<(typeof HOLD_REASONS)[number]>('relationship')
  const [endsOn, setEndsOn] = useState<Day | null>(addDays(today, 14))
  const [note, setNote] = useState('')
  const { send, isBusy, problem } = useSending(placeHold, ({ needsApproval, holdsUntil }) => {
    const day = shortDay(holdsUntil, today, locale)
    say(needsApproval ? t('desk.said.holdApproval', { day }) : t('desk.said.hold', { day }))
    onDone()
  })
  return (
    <FormDialog
      title={t('desk.hold.title', { name: subject.name })}
      text={t('desk.hold.effect')}
      does={t('desk.hold.do', { day: endsOn === null ? '…' : shortDay(endsOn, today, locale) })}
      whyNot={endsOn === null ? t('ui.required') : undefined}
      onClose={onClose}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => {
        if (endsOn === null) return
        send({ params: { customerId: subject.customerId }, body: { reason, endsOn, note } })
      }}
    >
      <Select
        label={t('desk.hold.reason')}
        value={reason}
        options={HOLD_REASONS.map((value) => ({ value, name: t(`desk.hold.reasons.${value}`) }))}
        onChange={setReason}
      />
      <DateField
        label={t('desk.hold.until')}
        day={endsOn}
        onChange={setEndsOn}
        from={today}
        hasShortcuts
      />
      <TextField label={t('desk.hold.note')} isOptional value={note} onChange={setNote} />
    </FormDialog>
  )
}
