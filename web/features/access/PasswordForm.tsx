import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { usePasswordLink as passwordLink } from '#contract/access'

import { call } from '../../api/call.ts'
import { useT } from '../../language/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { FormProblem } from './FormProblem.tsx'
import { PasswordField } from './PasswordField.tsx'
import { useEnter } from './use-enter.ts'

type PasswordFormProps = { readonly token: string; readonly email: string }

export function PasswordForm({ token, email }: PasswordFormProps) {
  const t = useT()
  const enter = useEnter()
  const [password, setPassword] = useState('')
  const setting = useMutation({
    mutationFn: () => call(passwordLink, { params: { token }, body: { password } }),
    onSuccess: (who) => enter(who),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setting.mutate()
      }}
      className="flex flex-col gap-4"
    >
      {/* For password keepers, which file it under the name. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        label={t('access.passwordLink.password')}
        autoComplete="new-password"
        hint={t('access.start.passwordHint')}
        value={password}
        onChange={setPassword}
      />
      <FormProblem error={setting.error} />
      <Button type="submit" variant="primary" size="large" isBusy={setting.isPending}>
        {t('access.passwordLink.do')}
      </Button>
    </form>
  )
}
