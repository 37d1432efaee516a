import { useState } from 'react'

import { HOLD_REASONS, placeHold } from '#contract/ledger/holds'
import { addDays, type Day } from '#kernel/day.ts'

import { call } from '../../../api/call.ts'
import { useEach } from '../../../api/use-each.ts'
import { useT } from '../../../language/texts.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { useReader } from '../../../ui/reader.ts'
import { type BulkProps, sayResult } from './bulk.ts'
import { BulkPreview } from './BulkPreview.tsx'

const USUAL_DAYS = 14

export function BulkHold({ customers, onClose, onDone }: BulkProps) {
  const t = useT()
  const { today } = useReader()
  const [reason, setReason] = useState<(typeof HOLD_REASONS)[number]>('data')
  const [endsOn, setEndsOn] = useState<Day | null>(addDays(today, USUAL_DAYS))
  const [note, setNote] = useState('')
  const { done, run } = useEach()
  const changing = customers.filter(({ heldUntil }) => heldUntil === null)
  const held = customers.length - changing.length
  const whyNot =
    changing.length === 0 ? t('customers.bulk.alreadyHeld', { count: held }) : undefined
  const hold = async () => {
    if (endsOn === null) return
    const result = await run(changing, ({ id }) =>
      call(placeHold, { params: { customerId: id }, body: { reason, endsOn, note } }),
    )
    sayResult(result)
    onDone()
    onClose()
  }
  return (
    <FormDialog
      title={t('customers.bulk.holdTitle', { count: customers.length })}
      text={t('desk.hold.effect')}
      does={t('customers.bulk.do', { count: changing.length })}
      whyNot={whyNot ?? (endsOn === null ? t('ui.required') : undefined)}
      isBusy={done !== null}
      onClose={onClose}
      onSubmit={() => void hold()}
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
      <BulkPreview
        changing={changing}
        others={held > 0 ? t('customers.bulk.alreadyHeld', { count: held }) : undefined}
      />
      {done !== null && (
        <Progress label={t('customers.bulk.hold')} share={done / Math.max(1, changing.length)} />
      )}
    </FormDialog>
  )
}
