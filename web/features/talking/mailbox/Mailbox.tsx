import { useQuery } from '@tanstack/react-query'
import { ArrowLeft, Inbox, Paperclip } from 'lucide-react'
import { useId } from 'react'

import { getCaughtAttachment, getCaughtPage } from '#contract/talking/demo-mailbox'

import { addressOf } from '../../../api/call.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { buttonLook } from '../../../ui/button-look.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import { type CaughtMail, caughtMailOf, caughtMails } from './mailbox.ts'

type MailboxProps = {
  readonly mailId: string | undefined
  readonly onOpen: (mailId: string | undefined) => void
}

/** The mail of the demo, which never leaves the machine: a list and the mail as it arrives. */
export function Mailbox({ mailId, onOpen }: MailboxProps) {
  const t = useT()
  return (
    <Loaded query={useQuery(caughtMails)} rows={10}>
      {({ mails }) => {
        const current = mails.find(({ id }) => id === mailId)
        if (mails.length === 0) {
          return <EmptyState icon={Inbox} title={t('mailbox.none')} text={t('mailbox.noneText')} />
        }
        return (
          <div className="flex flex-col gap-4">
            <p className="max-w-130 text-13 text-pretty text-soft">{t('mailbox.text')}</p>
            {current ? (
              <Reading mail={current} onBack={() => onOpen(undefined)} />
            ) : (
              <MailList mails={mails} onOpen={onOpen} />
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

type MailListProps = {
  readonly mails: readonly CaughtMail[]
  readonly onOpen: (mailId: string) => void
}

function MailList({ mails, onOpen }: MailListProps) {
  const t = useT()
  return (
    <ul
      aria-label={t('mailbox.list')}
      className="overflow-hidden rounded-8 bg-surface shadow-raised"
    >
      {mails.map((mail) => (
        <li key={mail.id} className="border-b border-line last:border-b-0">
          <button
            type="button"
            onClick={() => onOpen(mail.id)}
            className="flex w-full flex-col gap-0.5 px-4 py-2.5 text-left text-13 -outline-offset-2 hover:bg-hover"
          >
            <span className="flex w-full items-baseline justify-between gap-4">
              <span className="truncate text-soft">{mail.to.join(', ')}</span>
              <span className="shrink-0 text-12 text-faint">
                <InstantText at={mail.receivedAt} />
              </span>
            </span>
            <span className="flex w-full items-center gap-2">
              <span className="truncate font-medium">{mail.subject}</span>
              {mail.attachments.length > 0 && (
                <Paperclip
                  size={12}
                  className="shrink-0 text-faint"
                  aria-label={t('mailbox.hasAttachments')}
                />
              )}
            </span>
            <span className="truncate text-12 text-faint">{mail.from}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}

type ReadingProps = { readonly mail: CaughtMail; readonly onBack: () => void }

function Reading({ mail, onBack }: ReadingProps) {
  const t = useT()
  const id = useId()
  const { id: mailId, subject, from, to, receivedAt, attachments } = mail
  return (
    <article aria-labelledby={id} className="flex flex-col gap-3">
      <div>
        <Button variant="quiet" icon={<ArrowLeft size={16} aria-hidden />} onClick={onBack}>
          {t('mailbox.back')}
        </Button>
      </div>
      <div className="overflow-hidden rounded-8 bg-surface shadow-raised">
        <header className="flex flex-col gap-1 border-b border-line px-4 py-3 text-13">
          <h2 id={id} className="text-16 font-strong break-words">
            {subject}
          </h2>
          <p className="break-words text-soft">
            {t('mailbox.fromTo', { from, to: to.join(', ') })}
          </p>
          <p className="text-12 text-faint">
            <InstantText at={receivedAt} />
          </p>
          <Attachments mailId={mailId} attachments={attachments} />
        </header>
        <iframe
          title={subject}
          src={addressOf(getCaughtPage, { params: { id: mailId } })}
          sandbox=""
          className="h-160 w-full bg-white"
        />
        <Source mailId={mailId} />
      </div>
    </article>
  )
}

type AttachmentsProps = {
  readonly mailId: string
  readonly attachments: CaughtMail['attachments']
}

function Attachments({ mailId, attachments }: AttachmentsProps) {
  if (attachments.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2 pt-1">
      {attachments.map(({ name }, position) => (
        <li key={name}>
          <a
            href={addressOf(getCaughtAttachment, { params: { id: mailId, position } })}
            target="_blank"
            rel="noreferrer"
            className={buttonLook('plain')}
          >
            <Paperclip size={14} aria-hidden />
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Source({ mailId }: { readonly mailId: string }) {
  const t = useT()
  const { data } = useQuery(caughtMailOf(mailId))
  return (
    <details className="border-t border-line px-4 py-3 text-13">
      <summary className="w-fit rounded-4 text-soft hover:text-ink">{t('mailbox.source')}</summary>
      {data && (
        <pre className="mt-3 max-h-120 overflow-auto font-mono text-12 whitespace-pre-wrap">
          {data.source}
        </pre>
      )}
    </details>
  )
}
