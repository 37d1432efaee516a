import { useQuery } from '@tanstack/react-query'

import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Section } from '../../../ui/Section.tsx'
import { mailSettings } from './mail.ts'
import { MailForm } from './MailForm.tsx'
import { MailHealthCard } from './MailHealthCard.tsx'
import { TestMessage } from './TestMessage.tsx'

/** How messages leave: through which server, in whose name, and how that goes. */
export function Email() {
  const t = useT()
  return (
    <Loaded query={useQuery(mailSettings)} rows={10}>
      {({ settings }) => (
        <>
          <Section title={t('mail.health.title')} text={t('mail.health.text')}>
            <MailHealthCard />
          </Section>
          <Section title={t('mail.title')} text={t('mail.text')}>
            <MailForm settings={settings} />
          </Section>
          <Section title={t('mail.test.title')} text={t('mail.test.text')}>
            <TestMessage isConfigured={settings !== null} />
          </Section>
        </>
      )}
    </Loaded>
  )
}
