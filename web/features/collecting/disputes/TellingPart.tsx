import { useQuery } from '@tanstack/react-query'
import { Paperclip } from 'lucide-react'

import { previewTelling } from '#contract/collecting/desk/disputes'

import type { InputOf, ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { type T, textOfCode, useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'

type Preview = ReplyOf<typeof previewTelling>
type Mail = NonNullable<Preview['mail']>

/** What is asked for: how it would end, and whom it would tell. */
export type Ending = InputOf<typeof previewTelling>['query']

/** What a person changed of it; left out, it is as proposed. */
export type Words = { readonly text?: string; readonly contactId?: string }

export const tellingOf = (disputeId: string, query: Ending) =>
  asking(previewTelling, { params: { disputeId }, query })

type TellingPartProps = {
  readonly disputeId: string
  readonly ending: Ending
  readonly words: Words
  readonly onChange: (words: Words) => void
}

/** The mail to the customer as it will arrive, its words to be changed; or the task, and why. */
export function TellingPart({ disputeId, ending, words, onChange }: TellingPartProps) {
  const t = useT()
  const { data, error } = useQuery({
    ...tellingOf(disputeId, ending),
    placeholderData: (before) => before,
  })
  if (error !== null) {
    return (
      <Banner tone="act" isBox>
        {sentenceOf(error)}
      </Banner>
    )
  }
  if (!data) return <div className="h-64 animate-pulse rounded-8 bg-sunken" aria-busy="true" />
  const { mail, contacts } = data
  return (
    <section
      aria-label={t('disputes.telling.title')}
      className="flex flex-col gap-3 rounded-8 bg-sunken p-3 text-13"
    >
      {mail ? (
        <Head mail={mail} isOnly={contacts.length < 2 || mail.isTest} />
      ) : (
        <output className="text-soft">{whyByHand(t, data)}</output>
      )}
      {mail && contacts.length > 1 && (
        <Select
          label={t('disputes.telling.to')}
          value={mail.contactId}
          options={contacts.map(({ id: value, name, address }) => ({
            value,
            name: [name, address].filter(Boolean).join(' · '),
          }))}
          onChange={(contactId) => onChange({ ...words, contactId })}
        />
      )}
      {mail && <Around text={mail.before} />}
      <TextArea
        label={t('disputes.telling.words')}
        lang={data.language}
        rows={6}
        value={words.text ?? data.text}
        onChange={(text) => onChange({ ...words, text })}
      />
      {mail && <Around text={mail.after} />}
      {mail?.attachment && (
        <p className="flex items-center gap-1.5">
          <Paperclip size={14} aria-hidden />
          <span className="sr-only">{t('disputes.telling.attached')}</span>
          <span className="min-w-0 break-words">{mail.attachment}</span>
        </p>
      )}
    </section>
  )
}

type HeadProps = { readonly mail: Mail; readonly isOnly: boolean }

function Head({ mail, isOnly }: HeadProps) {
  const t = useT()
  return (
    <div className="flex flex-col gap-1">
      <dl className="grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5">
        <dt className="text-soft">{t('disputes.telling.from')}</dt>
        <dd className="min-w-0 break-words">{mail.senderName}</dd>
        {isOnly && (
          <>
            <dt className="text-soft">{t('disputes.telling.to')}</dt>
            <dd className="min-w-0 break-words">{mail.to}</dd>
          </>
        )}
        <dt className="text-soft">{t('disputes.telling.subject')}</dt>
        <dd className="min-w-0 font-medium break-words">{mail.subject}</dd>
      </dl>
      {mail.isTest && <p className="text-soon">{t('disputes.telling.isTest')}</p>}
      {mail.waits && <p className="text-soon">{t('disputes.telling.waits')}</p>}
    </div>
  )
}

function Around({ text }: { readonly text: string }) {
  if (text === '') return null
  return <p className="text-12 break-words whitespace-pre-wrap text-soft">{text}</p>
}

function whyByHand(t: T, { reasons }: Preview): string {
  const [first] = reasons
  const why = first === undefined ? null : textOfCode(`gate.${first}`, undefined)
  return why === null ? t('disputes.telling.task') : t('disputes.telling.noMail', { why })
}
