import { useState } from 'react'

import { invitePerson } from '#contract/access'

import type { InputOf } from '../../../api/call.ts'
import { useSending } from '../../../api/use-sending.ts'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { currentLanguageOptions } from '../person.ts'
import type { Team } from '../settings.ts'
import type { Invitation } from './InvitationLink.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { TeamSelect } from './TeamSelect.tsx'

type InvitePersonProps = {
  readonly teams: readonly Team[]
  readonly onClose: () => void
  readonly onInvited: (invitation: Invitation) => void
}

type Body = InputOf<typeof invitePerson>['body']
type Draft = { readonly [Name in keyof Body]-?: Exclude<Body[Name], undefined> }

export function InvitePerson({ teams, onClose, onInvited }: InvitePersonProps) {
  const t = useT()
  const [draft, setDraft] = useState<Draft>({
    name: '',
    email: '',
    roles: ['collector'],
    teamId: null,
    title: '',
    phone: '',
    language: currentLanguage(),
  })
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const { send, isBusy, problem } = useSending(invitePerson, (invited) =>
    onInvited({ ...invited, name: draft.name, isNew: true }),
  )
  return (
    <FormDialog
      title={t('people.inviteTitle')}
      text={t('people.inviteText')}
      does={t('people.inviteDo')}
      width="wide"
      isBusy={isBusy}
      problem={problem}
      whyNot={whyNot(draft) ? t('people.inviteIncomplete') : undefined}
      onClose={onClose}
      onSubmit={() => send({ body: draft })}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('people.name')}
          autoComplete="off"
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t('people.email')}
          type="email"
          autoComplete="off"
          value={draft.email}
          onChange={(email) => change({ email })}
        />
      </div>
      <RoleChoice roles={draft.roles} onChange={(roles) => change({ roles })} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TeamSelect teams={teams} teamId={draft.teamId} onChange={(teamId) => change({ teamId })} />
        <Select
          label={t('people.language')}
          value={draft.language}
          options={currentLanguageOptions}
          onChange={(language) => change({ language })}
        />
        <TextField
          label={t('people.jobTitle')}
          hint={t('people.jobTitleHint')}
          isOptional
          value={draft.title}
          onChange={(title) => change({ title })}
        />
        <TextField
          label={t('people.phone')}
          hint={t('people.phoneHint')}
          isOptional
          type="tel"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
      </div>
    </FormDialog>
  )
}

function whyNot({ name, email, roles }: Draft): boolean {
  return name.trim() === '' || email.trim() === '' || roles.length === 0
}
