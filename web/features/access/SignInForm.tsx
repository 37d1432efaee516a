import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { signIn } from '#contract/access'

import { call } from '../../api/call.ts'
import { useT } from '../../language/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { FormProblem } from './FormProblem.tsx'
import { PasswordField } from './PasswordField.tsx'
import { useEnter } from './use-enter.ts'

export function SignInForm({ next }: { readonly next: string | undefined }) {
  const t = useT()
  const enter = useEnter()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signing = useMutation({
    mutationFn: () => call(signIn, { body: { email, password } }),
    onSuccess: (who) => enter(who, next),
  })
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        signing.mutate()
      }}
      className="flex flex-col gap-4"
    >
      <TextField
        label={t('access.signIn.email')}
        type="email"
        name="email"
        autoComplete="username"
        value={email}
        onChange={setEmail}
      />
      <PasswordField
        label={t('access.signIn.password')}
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        hint={t('access.signIn.forgotten')}
      />
      <FormProblem error={signing.error} />
      <Button type="submit" variant="primary" size="large" isBusy={signing.isPending}>
        {t('access.signIn.do')}
      </Button>
    </form>
  )
}
