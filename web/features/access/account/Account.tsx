import { changeMe } from '#contract/access'

import { useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { Section } from '../../../ui/Section.tsx'
import { say } from '../../../ui/toasts.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { currentLanguageOptions, useChooseLanguage } from '../person.ts'
import { ChangePassword } from './ChangePassword.tsx'
import { Sessions } from './Sessions.tsx'

/** What is one's own: name, language, password, and where one is signed in. */
export function Account() {
  const t = useT()
  return (
    <>
      <Section title={t('settings.account.you')} text={t('settings.account.youText')}>
        <You />
      </Section>
      <Section title={t('settings.account.password')} text={t('settings.account.passwordText')}>
        <ChangePassword />
      </Section>
      <Section title={t('settings.account.sessions')} text={t('settings.account.sessionsText')}>
        <Sessions />
      </Section>
    </>
  )
}

function You() {
  const t = useT()
  const { person, roles } = useMember()
  const chooseLanguage = useChooseLanguage()
  const { draft, change, isChanged, discard } = useDraft({ name: person.name })
  const { send, isBusy, problem } = useSending(changeMe, () => {
    discard()
    say(t('settings.saved'))
  })
  return (
    <div className="flex max-w-130 flex-col gap-4">
      <form
        noValidate
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (isChanged) send({ body: draft })
        }}
      >
        <div className="flex-1">
          <TextField
            label={t('settings.account.name')}
            autoComplete="name"
            error={problem}
            value={draft.name}
            onChange={(name) => change({ name })}
          />
        </div>
        {isChanged && (
          <Button type="submit" variant="primary" isBusy={isBusy} className="h-9">
            {t('settings.account.saveName')}
          </Button>
        )}
      </form>
      <Select
        label={t('settings.account.language')}
        hint={t('settings.account.languageHint')}
        value={person.language}
        options={currentLanguageOptions}
        onChange={(language) => void chooseLanguage(language)}
      />
      <p className="text-13 text-soft">
        {t('settings.account.signedInAs', {
          email: person.email,
          roles: roles.map((role) => t(`people.roles.${role}`)).join(', '),
        })}
      </p>
    </div>
  )
}
