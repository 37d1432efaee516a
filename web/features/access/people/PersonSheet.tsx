import { useState } from 'react'

import {
  changePerson,
  linkForPassword,
  removePerson,
  revokeSessionsOfPerson,
} from '#contract/access'

import { useCalling } from '../../../api/use-calling.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { say } from '../../../ui/toasts.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import type { Person, Team } from '../settings.ts'
import type { Invitation } from './InvitationLink.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { TeamSelect } from './TeamSelect.tsx'

type PersonSheetProps = {
  readonly person: Person
  readonly teams: readonly Team[]
  readonly onClose: () => void
  readonly onLink: (invitation: Invitation) => void
}

/** What one person may do, and the ways to help or to part. */
export function PersonSheet({ person, teams, onClose, onLink }: PersonSheetProps) {
  const t = useT()
  const { roles, teamId, title, phone } = person
  const { draft, changed, isChanged, change } = useDraft({ roles, teamId, title, phone })
  const { send, isBusy, problem } = useSending(changePerson, () => {
    say(t('people.changed', { name: person.name }))
    onClose()
  })
  const whyNot =
    draft.roles.length === 0
      ? t('people.oneRole')
      : isChanged
        ? undefined
        : t('people.nothingChanged')
  return (
    <FormDialog
      isSheet
      title={person.name}
      text={person.email}
      does={t('settings.save')}
      isBusy={isBusy}
      problem={problem}
      whyNot={whyNot}
      onClose={onClose}
      onSubmit={() => send({ params: { id: person.id }, body: changed })}
    >
      <RoleChoice roles={draft.roles} onChange={(next) => change({ roles: next })} />
      <TeamSelect
        teams={teams}
        teamId={draft.teamId}
        onChange={(next) => change({ teamId: next })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('people.jobTitle')}
          hint={t('people.jobTitleHint')}
          isOptional
          value={draft.title}
          onChange={(next) => change({ title: next })}
        />
        <TextField
          label={t('people.phone')}
          hint={t('people.phoneHint')}
          isOptional
          type="tel"
          value={draft.phone}
          onChange={(next) => change({ phone: next })}
        />
      </div>
      <Access person={person} onClose={onClose} onLink={onLink} />
    </FormDialog>
  )
}

function Access({ person, onClose, onLink }: Omit<PersonSheetProps, 'teams'>) {
  const t = useT()
  const calling = useCalling()
  const [isLeaving, setLeaving] = useState(false)
  const params = { id: person.id }
  const link = useSending(linkForPassword, (made) =>
    onLink({ ...made, name: person.name, isNew: false }),
  )
  const removal = useSending(removePerson, () => {
    say(t('people.removed', { name: person.name }))
    onClose()
  })
  const signOut = async () => {
    if (await calling(revokeSessionsOfPerson, { params }))
      say(t('people.signedOut', { name: person.name }))
  }
  const problem = link.problem ?? removal.problem
  return (
    <div className="flex flex-col gap-3 border-t border-line pt-4">
      <h3 className="text-13 font-strong">{t('people.access')}</h3>
      <div className="flex flex-wrap gap-2">
        <Button isBusy={link.isBusy} onClick={() => link.send({ params })}>
          {t('people.newLink')}
        </Button>
        <Button onClick={() => void signOut()}>{t('people.signOut')}</Button>
        {!isLeaving && (
          <Button variant="danger" onClick={() => setLeaving(true)}>
            {t('people.remove')}
          </Button>
        )}
      </div>
      {isLeaving && (
        <Banner
          tone="soon"
          isBox
          action={
            <Button
              variant="danger"
              isBusy={removal.isBusy}
              onClick={() => removal.send({ params })}
            >
              {t('people.removeDo')}
            </Button>
          }
        >
          {t('people.removeText', { name: person.name })}
        </Banner>
      )}
      {problem !== undefined && (
        <Banner tone="act" isBox>
          {problem}
        </Banner>
      )}
    </div>
  )
}
