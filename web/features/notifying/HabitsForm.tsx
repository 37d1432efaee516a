import { changeHabits } from '#contract/notifying'

import { useSending } from '../../api/use-sending.ts'
import { useT } from '../../language/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { Switch } from '../../ui/fields/Switch.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
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
        <TextField
          key={habits.morning}
          label={t('notifications.morning')}
          hint={t('notifications.morningHint')}
          type="time"
          value={habits.morning}
          onChange={(morning) => {
            if (morning !== '') keep({ morning })
          }}
        />
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
