import { Send } from 'lucide-react'

import { sendTestMessage } from '#contract/talking/email'

import { useDoing } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useMember } from '../../../api/session.ts'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { MailTrialSteps } from './MailTrialSteps.tsx'

/** One real message, with a statement attached, to whoever asks. */
export function TestMessage({ isConfigured }: { readonly isConfigured: boolean }) {
  const t = useT()
  const { person } = useMember()
  const test = useDoing(sendTestMessage)
  return (
    <div className="flex max-w-160 flex-col gap-3">
      <div>
        <Button
          icon={<Send size={16} aria-hidden />}
          isBusy={test.isPending}
          whyNot={isConfigured ? undefined : t('mail.test.saveFirst')}
          onClick={() => test.mutate({ body: { language: currentLanguage() } })}
        >
          {t('mail.test.do', { address: person.email })}
        </Button>
      </div>
      {test.error && (
        <Banner tone="act" isBox>
          {sentenceOf(test.error)}
        </Banner>
      )}
      {test.data && <MailTrialSteps trial={test.data} isSending />}
      {test.data?.isGood === true && (
        <p className="text-13 text-soft">{t('mail.test.look', { address: test.data.to })}</p>
      )}
    </div>
  )
}
