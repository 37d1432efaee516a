import { useQuery } from '@tanstack/react-query'

import { previewTelling } from '#contract/collecting/desk/disputes'

import type { InputOf, ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { type T, textOfCode, useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { MailFiles, MailHead, MailText } from '../messages/ShownMail.tsx'

type Preview = ReplyOf<typeof previewTelling>

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
        <MailHead
          {...{ mail, contacts }}
          onChoose={(contactId) => onChange({ ...words, contactId })}
        />
      ) : (
        <output className="text-soft">{whyByHand(t, data)}</output>
      )}
      {mail && <MailText text={mail.before} language={mail.language} />}
      <TextArea
        label={t('disputes.telling.words')}
        lang={data.language}
        rows={6}
        value={words.text ?? data.text}
        onChange={(text) => onChange({ ...words, text })}
      />
      {mail && <MailText text={mail.after} language={mail.language} />}
      {mail && <MailFiles names={mail.attachments} />}
    </section>
  )
}

function whyByHand(t: T, { reasons }: Preview): string {
  const [first] = reasons
  const why = first === undefined ? null : textOfCode(`gate.${first}`, undefined)
  return why === null ? t('disputes.telling.task') : t('disputes.telling.noMail', { why })
}
