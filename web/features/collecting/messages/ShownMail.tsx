import { Paperclip } from 'lucide-react'
import type { ReactNode } from 'react'

import type { previewAcceleration } from '#contract/collecting/desk/plans'

import type { ReplyOf } from '../../../api/call.ts'
import { useT } from '../../../language/texts.ts'
import { ContactSelect } from './ContactSelect.tsx'

type Preview = ReplyOf<typeof previewAcceleration>
type Mail = NonNullable<Preview['mail']>

type MailHeadProps = {
  readonly mail: Mail
  readonly contacts: Preview['contacts']
  readonly onChoose: (contactId: string) => void
}

/** From whom, to whom and what about; of several whom mail reaches, one is chosen. */
export function MailHead({ mail, contacts, onChoose }: MailHeadProps) {
  const t = useT()
  const isOnly = contacts.length < 2
  return (
    <>
      <div className="flex flex-col gap-1">
        <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
          <Line name={t('disputes.telling.from')}>{mail.senderName}</Line>
          {(isOnly || mail.isTest) && <Line name={t('disputes.telling.to')}>{mail.to}</Line>}
          <Line name={t('disputes.telling.subject')}>
            <span lang={mail.language} className="font-medium">
              {mail.subject}
            </span>
          </Line>
        </dl>
        {mail.isTest && <p className="text-soon">{t('disputes.telling.isTest')}</p>}
        {mail.waits && <p className="text-soon">{t('disputes.telling.waits')}</p>}
      </div>
      {!isOnly && (
        <ContactSelect
          label={t('disputes.telling.to')}
          value={mail.contactId}
          contacts={contacts}
          onChange={onChoose}
        />
      )}
    </>
  )
}

function Line({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-soft">{name}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </>
  )
}

type MailTextProps = { readonly text: string; readonly language: string }

/** A part of a mail as it stands there. */
export function MailText({ text, language }: MailTextProps) {
  if (text === '') return null
  return (
    <p lang={language} className="text-12 break-words whitespace-pre-wrap text-soft">
      {text}
    </p>
  )
}

/** What goes along. */
export function MailFiles({ names }: { readonly names: readonly string[] }) {
  const t = useT()
  return names.map((name) => (
    <p key={name} className="flex items-center gap-1.5">
      <Paperclip size={14} aria-hidden className="shrink-0" />
      <span className="sr-only">{t('disputes.telling.attached')}</span>
      <span className="min-w-0 break-words">{name}</span>
    </p>
  ))
}
