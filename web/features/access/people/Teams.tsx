import { UsersRound } from 'lucide-react'
import { useState } from 'react'

import { addTeam, changeTeam, removeTeam } from '#contract/access'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { say } from '../../../ui/toasts.ts'
import type { Person, Team } from '../settings.ts'

type TeamsProps = {
  readonly teams: readonly Team[]
  readonly people: readonly Person[]
  readonly canManage: boolean
}

/** A team's manager sees the customers of its members. */
export function Teams({ teams, people, canManage }: TeamsProps) {
  const t = useT()
  const [edited, edit] = useState<Team | 'new' | null>(null)
  const nameOf = (id: string | null) => people.find((person) => person.id === id)?.name
  return (
    <div className="flex flex-col gap-3">
      {teams.length === 0 ? (
        <p className="text-13 text-soft">{t('people.teams.none')}</p>
      ) : (
        <ul className="overflow-hidden rounded-8 bg-surface shadow-raised">
          {teams.map((team) => (
            <li
              key={team.id}
              className="flex min-h-14 items-center gap-3 border-b border-line px-4 py-2 text-13 last:border-b-0"
            >
              <UsersRound size={16} aria-hidden className="shrink-0 text-faint" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{team.name}</span>
                <span className="block text-12 text-soft">
                  {t('people.teams.members', { count: team.members })}
                  {' · '}
                  {nameOf(team.managerId) === undefined
                    ? t('people.teams.noManager')
                    : t('people.teams.managedBy', { name: nameOf(team.managerId) ?? '' })}
                </span>
              </span>
              {canManage && (
                <Button
                  variant="quiet"
                  aria-label={t('people.changeOf', { name: team.name })}
                  onClick={() => edit(team)}
                >
                  {t('people.change')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <div>
        <Button whyNot={canManage ? undefined : t('settings.readOnly')} onClick={() => edit('new')}>
          {t('people.teams.add')}
        </Button>
      </div>
      {edited !== null && (
        <TeamForm
          team={edited === 'new' ? null : edited}
          people={people}
          onClose={() => edit(null)}
        />
      )}
    </div>
  )
}

type TeamFormProps = {
  readonly team: Team | null
  readonly people: readonly Person[]
  readonly onClose: () => void
}

function TeamForm({ team, people, onClose }: TeamFormProps) {
  const t = useT()
  const [name, setName] = useState(team?.name ?? '')
  const [managerId, setManager] = useState(team?.managerId ?? '')
  const done = () => {
    say(t('settings.saved'))
    onClose()
  }
  const adding = useSending(addTeam, done)
  const changing = useSending(changeTeam, done)
  const removing = useSending(removeTeam, done)
  const body = { name, managerId: managerId === '' ? null : managerId }
  return (
    <FormDialog
      title={team ? t('people.teams.changeTitle', { name: team.name }) : t('people.teams.add')}
      does={t('settings.save')}
      isBusy={adding.isBusy || changing.isBusy}
      problem={adding.problem ?? changing.problem ?? removing.problem}
      whyNot={name.trim() === '' ? t('people.teams.nameFirst') : undefined}
      onClose={onClose}
      onSubmit={() =>
        team ? changing.send({ params: { id: team.id }, body }) : adding.send({ body })
      }
    >
      <TextField label={t('people.teams.name')} value={name} onChange={setName} />
      <Select
        label={t('people.teams.manager')}
        hint={t('people.teams.managerHint')}
        value={managerId}
        options={[
          { value: '', name: t('people.teams.noManager') },
          ...people
            .filter(({ isActive }) => isActive)
            .map((person) => ({ value: person.id, name: person.name })),
        ]}
        onChange={setManager}
      />
      {team && (
        <div>
          <Button
            variant="danger"
            isBusy={removing.isBusy}
            onClick={() => removing.send({ params: { id: team.id } })}
          >
            {t('people.teams.remove')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
