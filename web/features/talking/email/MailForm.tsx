import { PlugZap } from 'lucide-react'

import { checkMailSettings, saveMailSettings } from '#contract/talking/email'

import { useDoing } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { SaveBar } from '../../../ui/SaveBar.tsx'
import { say } from '../../../ui/toasts.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { bodyOf, draftOf, type MailDraft, type MailSettings } from './mail.ts'
import { PaceFields, SenderFields, ServerFields } from './MailFields.tsx'
import { MailTrialSteps } from './MailTrialSteps.tsx'

/** The mail server, tried before it is trusted: nothing is sent by trying. */
export function MailForm({ settings }: { readonly settings: MailSettings | null }) {
  const t = useT()
  const { draft, change, isChanged, discard } = useDraft<MailDraft>(draftOf(settings))
  const check = useDoing(checkMailSettings)
  const { send, isBusy, problem } = useSending(saveMailSettings, () => {
    discard()
    say(t('settings.saved'))
  })
  const missing = draft.host.trim() === '' || draft.fromAddress.trim() === ''
  const whyNot = missing ? t('mail.incomplete') : undefined
  const hasPlainPassword = draft.security === 'none' && draft.username !== ''
  return (
    <div className="flex max-w-160 flex-col gap-5">
      <ServerFields draft={draft} onChange={change} hasPassword={settings?.hasPassword === true} />
      {hasPlainPassword && (
        <Banner tone="act" isBox>
          {t('refusals.password_without_encryption')}
        </Banner>
      )}
      <SenderFields draft={draft} onChange={change} />
      <PaceFields draft={draft} onChange={change} />
      <div className="flex flex-col gap-3">
        <div>
          <Button
            icon={<PlugZap size={16} aria-hidden />}
            isBusy={check.isPending}
            whyNot={whyNot}
            onClick={() => check.mutate({ body: bodyOf(draft) })}
          >
            {t('mail.check')}
          </Button>
        </div>
        {check.error && (
          <Banner tone="act" isBox>
            {sentenceOf(check.error)}
          </Banner>
        )}
        {check.data && <MailTrialSteps trial={check.data} isSending={false} />}
      </div>
      <SaveBar
        does={t('mail.save')}
        isChanged={isChanged}
        isBusy={isBusy}
        problem={problem}
        whyNot={whyNot}
        onDiscard={discard}
        onSave={() => send({ body: bodyOf(draft) })}
      />
    </div>
  )
}
