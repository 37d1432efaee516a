import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'

import { may, useMember } from '../../../api/session.ts'
import type { Action } from '../../../frame/action.ts'
import { ActionButton } from '../../../frame/ActionButton.tsx'
import { useActions } from '../../../frame/actions.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Section } from '../../../ui/Section.tsx'
import { people, type Person, teams, type Team } from '../settings.ts'
import { type Invitation, InvitationLink } from './InvitationLink.tsx'
import { InvitePerson } from './InvitePerson.tsx'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonSheet } from './PersonSheet.tsx'
import { Teams } from './Teams.tsx'

export function People() {
  const all = useQuery(people)
  const { data: known } = useQuery(teams)
  return (
    <Loaded query={all}>
      {(data) => <Chapter people={data.people} teams={known?.teams ?? []} />}
    </Loaded>
  )
}

type Layer =
  | { readonly kind: 'invite' }
  | { readonly kind: 'link'; readonly invitation: Invitation }
  | { readonly kind: 'person'; readonly id: string }

type ChapterProps = { readonly people: readonly Person[]; readonly teams: readonly Team[] }

/** Who works here, what each may do, and which team's customers a manager sees. */
function Chapter({ people: all, teams: known }: ChapterProps) {
  const t = useT()
  const canManage = may(useMember(), 'people.manage')
  const [layer, setLayer] = useState<Layer | null>(null)
  const close = () => setLayer(null)
  const showLink = (invitation: Invitation) => setLayer({ kind: 'link', invitation })
  const invite: Action = {
    id: 'people.invite',
    name: t('people.invite'),
    group: 'page',
    keys: 'n',
    icon: UserPlus,
    whyNot: canManage ? undefined : t('settings.readOnly'),
    run: () => setLayer({ kind: 'invite' }),
  }
  useActions([invite])
  const person = layer?.kind === 'person' ? all.find(({ id }) => id === layer.id) : undefined
  return (
    <>
      <Section title={t('people.title')} text={t('people.text')}>
        <div className="flex flex-col gap-3">
          <PeopleTable
            people={all}
            teams={known}
            onOpen={canManage ? (id) => setLayer({ kind: 'person', id }) : undefined}
          />
          <div>
            <ActionButton action={invite} hasIcon />
          </div>
        </div>
      </Section>
      <Section title={t('people.teams.title')} text={t('people.teams.text')}>
        <Teams teams={known} people={all} canManage={canManage} />
      </Section>
      {layer?.kind === 'invite' && (
        <InvitePerson teams={known} onClose={close} onInvited={showLink} />
      )}
      {layer?.kind === 'link' && <InvitationLink invitation={layer.invitation} onClose={close} />}
      {person && (
        <PersonSheet
          key={person.id}
          person={person}
          teams={known}
          onClose={close}
          onLink={showLink}
        />
      )}
    </>
  )
}
