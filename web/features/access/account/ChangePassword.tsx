import { useState } from 'react'

import { changePassword } from '#contract/access'

import { useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { say } from '../../../ui/toasts.ts'
import { PasswordField } from '../PasswordField.tsx'

const NOTHING = { current: '', next: '' }

export function ChangePassword() {
  const t = useT()
  const { person } = useMember()
  const [draft, setDraft] = useState(NOTHING)
  const { send, isBusy, problem } = useSending(changePassword, () => {
    setDraft(NOTHING)
    say(t('settings.account.passwordSaid'))
  })
  const isComplete = draft.current !== '' && draft.next !== ''
  return (
    <form
      noValidate
      className="flex max-w-130 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isComplete) send({ body: draft })
      }}
    >
      <input
        type="text"
        name="username"
        autoComplete="username"
        value={person.email}
        readOnly
        hidden
      />
      <PasswordField
        label={t('settings.account.current')}
        autoComplete="current-password"
        value={draft.current}
        onChange={(current) => setDraft({ ...draft, current })}
      />
      <PasswordField
        label={t('settings.account.next')}
        hint={t('access.start.passwordHint')}
        autoComplete="new-password"
        value={draft.next}
        onChange={(next) => setDraft({ ...draft, next })}
      />
      {problem !== undefined && (
        <Banner tone="act" isBox>
          {problem}
        </Banner>
      )}
      <div>
        <Button
          type="submit"
          isBusy={isBusy}
          whyNot={isComplete ? undefined : t('settings.account.bothPasswords')}
        >
          {t('settings.account.changePassword')}
        </Button>
      </div>
    </form>
  )
}
