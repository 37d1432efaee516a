import { useState } from 'react'

import { addDays, type Day } from '#kernel/day.ts'

import { useT } from '../../../../language/texts.ts'
import { DateField } from '../../../../ui/fields/DateField.tsx'
import { shortcutDays } from '../../../../ui/fields/shortcut-days.ts'
import { TextField } from '../../../../ui/fields/TextField.tsx'
import { weekDay } from '../../../../ui/format/day.ts'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { usePutAway } from '../use-put-away.ts'
import type { DeskDialogProps } from './props.ts'

export function SnoozeDialog({ subject, onClose, onDone }: DeskDialogProps) {
  const t = useT()
  const { today, locale } = useReader()
  const { snooze } = usePutAway()
  const [until, setUntil] = useState<Day | null>(shortcutDays(today)[0].day)
  const [note, setNote] = useState('')
  return (
    <FormDialog
      width="narrow"
      title={t('desk.snooze.title', { name: subject.name })}
      does={t('desk.snooze.do', { day: until === null ? '…' : weekDay(until, locale) })}
      whyNot={until === null ? t('ui.required') : undefined}
      onClose={onClose}
      onSubmit={() => {
        if (until === null) return
        snooze(subject, until, note)
        onDone()
      }}
    >
      <DateField
        label={t('desk.snooze.until')}
        day={until}
        onChange={setUntil}
        from={addDays(today, 1)}
        hasShortcuts
      />
      <TextField label={t('desk.snooze.note')} isOptional value={note} onChange={setNote} />
    </FormDialog>
  )
}
