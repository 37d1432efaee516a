import { FlaskConical, Send } from 'lucide-react'
import { useState } from 'react'

import { changeTestMode } from '#contract/access'

import { may, useMember } from '../../../api/session.ts'
import { useCalling } from '../../../api/use-calling.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { say } from '../../../ui/toasts.ts'
import type { OrganisationReply } from '../settings.ts'

/** Whether customers get anything at all. Switching it on takes one press, off a typed name. */
export function TestMode({ organisation }: { readonly organisation: OrganisationReply }) {
  const t = useT()
  const calling = useCalling()
  const canChange = may(useMember(), 'organisation.settings')
  const [isAsking, setAsking] = useState(false)
  const { testMode: isOn, isDemo } = organisation
  const Icon = isOn ? FlaskConical : Send
  const switchOn = async () => {
    if (await calling(changeTestMode, { body: { isOn: true } })) say(t('settings.testMode.saidOn'))
  }
  const whyNot = !canChange
    ? t('settings.readOnly')
    : isDemo
      ? t('refusals.demo_stays_in_test_mode')
      : undefined
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <Icon size={20} aria-hidden className={isOn ? 'text-soon' : 'text-brand'} />
        <div className="min-w-56 flex-1">
          <p className="text-14 font-medium">
            {isOn ? t('settings.testMode.isOn') : t('settings.testMode.isOff')}
          </p>
          <p className="text-13 text-soft">
            {isOn ? t('settings.testMode.isOnText') : t('settings.testMode.isOffText')}
          </p>
        </div>
        {isOn ? (
          <Button whyNot={whyNot} onClick={() => setAsking(true)}>
            {t('settings.testMode.switchOff')}
          </Button>
        ) : (
          <Button whyNot={whyNot} onClick={() => void switchOn()}>
            {t('settings.testMode.switchOn')}
          </Button>
        )}
      </div>
      {isAsking && <Confirmation name={organisation.name} onClose={() => setAsking(false)} />}
    </Card>
  )
}

type ConfirmationProps = { readonly name: string; readonly onClose: () => void }

function Confirmation({ name, onClose }: ConfirmationProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const { send, isBusy, problem } = useSending(changeTestMode, () => {
    say(t('settings.testMode.saidOff'))
    onClose()
  })
  return (
    <FormDialog
      title={t('settings.testMode.confirmTitle')}
      text={t('settings.testMode.confirmText')}
      does={t('settings.testMode.confirm')}
      tone="danger"
      isBusy={isBusy}
      problem={problem}
      whyNot={typed.trim() === name ? undefined : t('settings.testMode.typeFirst')}
      onClose={onClose}
      onSubmit={() => send({ body: { isOn: false, confirmation: typed.trim() } })}
    >
      <TextField
        label={t('settings.testMode.typeName', { name })}
        autoComplete="off"
        value={typed}
        onChange={setTyped}
      />
    </FormDialog>
  )
}
