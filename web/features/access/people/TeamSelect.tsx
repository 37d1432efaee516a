import { useT } from '../../../language/texts.ts'
import { Select } from '../../../ui/fields/Select.tsx'
import type { Team } from '../settings.ts'

type TeamSelectProps = {
  readonly teams: readonly Team[]
  readonly teamId: string | null
  readonly onChange: (teamId: string | null) => void
}

export function TeamSelect({ teams, teamId, onChange }: TeamSelectProps) {
  const t = useT()
  return (
    <Select
      label={t('people.team')}
      hint={teams.length === 0 ? t('people.noTeamsYet') : undefined}
      value={teamId ?? ''}
      options={[
        { value: '', name: t('people.noTeam') },
        ...teams.map(({ id, name }) => ({ value: id, name })),
      ]}
      onChange={(id) => onChange(id === '' ? null : id)}
    />
  )
}
