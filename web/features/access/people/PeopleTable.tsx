import { useT } from '../../../language/texts.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import { SimpleTable } from '../../../ui/SimpleTable.tsx'
import type { Person, Team } from '../settings.ts'

type PeopleTableProps = {
  readonly people: readonly Person[]
  readonly teams: readonly Team[]
  readonly onOpen: ((id: string) => void) | undefined
}

export function PeopleTable({ people, teams, onOpen }: PeopleTableProps) {
  const t = useT()
  const teamOf = ({ teamId }: Person) => teams.find(({ id }) => id === teamId)?.name
  return (
    <SimpleTable
      label={t('people.title')}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        {
          name: 'name',
          title: t('people.name'),
          cell: (person) => <WhoCell person={person} />,
        },
        {
          name: 'roles',
          title: t('people.role'),
          cell: (person) => (
            <>
              <span className="block">
                {person.roles.map((role) => t(`people.roles.${role}`)).join(', ')}
              </span>
              {teamOf(person) !== undefined && (
                <span className="block text-12 text-faint">{teamOf(person)}</span>
              )}
            </>
          ),
        },
        {
          name: 'seen',
          title: t('people.lastSeen'),
          isSpare: true,
          cell: (person) => <SeenCell person={person} />,
        },
        {
          name: 'open',
          title: <span className="sr-only">{t('people.change')}</span>,
          isEnd: true,
          cell: (person) =>
            onOpen !== undefined &&
            person.isActive && (
              <Button
                variant="quiet"
                aria-label={t('people.changeOf', { name: person.name })}
                onClick={() => onOpen(person.id)}
              >
                {t('people.change')}
              </Button>
            ),
        },
      ]}
    />
  )
}

function WhoCell({ person }: { readonly person: Person }) {
  const detail = [person.title, person.email].filter((part) => part !== '').join(' · ')
  return (
    <span className="flex items-center gap-2.5 py-1">
      <span className="max-sm:hidden">
        <Avatar name={person.name} />
      </span>
      <span className="min-w-0">
        <span className={person.isActive ? 'block font-medium' : 'block font-medium text-faint'}>
          {person.name}
        </span>
        {detail !== '' && <span className="block text-12 text-soft max-sm:hidden">{detail}</span>}
      </span>
    </span>
  )
}

function SeenCell({ person }: { readonly person: Person }) {
  const t = useT()
  if (!person.isActive) return <Chip>{t('people.hasLeft')}</Chip>
  if (person.lastSeenAt !== null) {
    return (
      <span className="text-soft">
        <InstantText at={person.lastSeenAt} />
      </span>
    )
  }
  return person.hasPassword ? (
    <span className="text-faint">{t('people.neverSeen')}</span>
  ) : (
    <Chip tone="soon">{t('people.invited')}</Chip>
  )
}
