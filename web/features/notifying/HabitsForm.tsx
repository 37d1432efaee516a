import { useState } from 'react'

import { changeHabits } from '#contract/notifying'

import { useSending } from '../../api/use-sending.ts'
import { useT } from '../../language/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { Switch } from '../../ui/fields/Switch.tsx'
import { TimeField } from '../../ui/fields/TimeField.tsx'
import { say } from '../../ui/toasts.ts'
import type { Habits } from './notifying.ts'

/** Kept at once: there is nothing here that could be half done. */
export function HabitsForm({ habits }: { readonly habits: Habits }) {
  const t = useT()
  const { send, problem } = useSending(changeHabits, () => say(t('settings.saved')))
  const keep = (changes: Partial<Habits>) => send({ body: { ...habits, ...changes } })
  return (
    <div className="flex max-w-130 flex-col gap-5">
      <Switch
        label={t('notifications.wantsEmail')}
        isOn={habits.wantsEmail}
        onChange={(wantsEmail) => keep({ wantsEmail })}
      />
      <Switch
        label={t('notifications.mentionsByEmail')}
        isOn={habits.mentionsByEmail}
        onChange={(mentionsByEmail) => keep({ mentionsByEmail })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <MorningField key={habits.morning} habits={habits} onChange={keep} />
        <ZoneField habits={habits} onChange={(timeZone) => keep({ timeZone })} />
      </div>
      {problem !== undefined && (
        <Banner tone="act" isBox>
          {problem}
        </Banner>
      )}
    </div>
  )
}

type MorningFieldProps = {
  readonly habits: Habits
  readonly onChange: (changes: Partial<Habits>) => void
}

function MorningField({ habits, onChange }: MorningFieldProps) {
  const t = useT()
  const [morning, setMorning] = useState(habits.morning)
  return (
    <TimeField
      label={t('notifications.morning')}
      hint={t('notifications.morningHint')}
      time={morning}
      onChange={setMorning}
      onDone={() => {
        if (morning !== habits.morning) onChange({ morning })
      }}
    />
  )
}

type ZoneFieldProps = {
  readonly habits: Habits
  readonly onChange: (timeZone: string) => void
}

function ZoneField({ habits, onChange }: ZoneFieldProps) {
  const t = useT()
  const zones = Intl.supportedValuesOf('timeZone')
  const known = zones.includes(habits.timeZone) ? zones : [habits.timeZone, ...zones]
  return (
    <Select
      label={t('notifications.timeZone')}
      value={habits.timeZone}
      options={known.map((zone) => ({ value: zone, name: zone.replaceAll('_', ' ') }))}
      onChange={onChange}
    />
  )
}
