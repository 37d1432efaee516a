import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { previewCopy, sendCopy } from '#contract/collecting/desk/copies'
import { withdrawMessage } from '#contract/collecting/messages'
import { newId } from '#kernel/ids.ts'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useSending } from '../../../api/use-sending.ts'
import { type T, textOfCode, useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { say } from '../../../ui/toasts.ts'
import { CopyPreview } from './CopyPreview.tsx'

type Preview = ReplyOf<typeof previewCopy>

type CopyDialogProps = {
  readonly messageId: string
  readonly onSent: () => void
  readonly onClose: () => void
}

/** What would go, to whom and why not; with the reason it goes, once however often it is pressed. */
export function CopyDialog({ messageId, onSent, onClose }: CopyDialogProps) {
  const t = useT()
  const [key] = useState(newId)
  const [why, setWhy] = useState('')
  const [contactId, setContactId] = useState<string>()
  const query = contactId === undefined ? {} : { contactId }
  const { data, error } = useQuery({
    ...asking(previewCopy, { params: { messageId }, query }),
    placeholderData: (before) => before,
  })
  const { send: takeBack } = useSending(withdrawMessage, () => void say(t('copies.takenBack')))
  const { send, isBusy, problem } = useSending(sendCopy, ({ id, undoSeconds }) => {
    const run = () => takeBack({ params: { id }, body: { why: '' } })
    const lasts = undoSeconds * 1000
    void say(t('copies.sent', { seconds: String(undoSeconds) }), {
      lasts,
      ...(undoSeconds > 0 ? { action: { name: t('ui.undo'), run } } : {}),
    })
    // What can be undone is told on the page: nothing may lie over it.
    onSent()
  })
  const mail = data?.mail ?? null
  return (
    <FormDialog
      title={t('copies.title')}
      text={t('copies.text')}
      does={t('copies.send')}
      isBusy={isBusy}
      problem={problem ?? (error === null ? undefined : sentenceOf(error))}
      whyNot={whyNot(t, data, why)}
      onSubmit={() => {
        if (mail) send({ params: { messageId }, body: { key, contactId: mail.contactId, why } })
      }}
      onClose={onClose}
    >
      {data === undefined && error === null && <Skeleton className="w-full" />}
      {data && <Notices preview={data} />}
      {data && <CopyPreview preview={data} onChoose={setContactId} />}
      {mail && (
        <TextField
          label={t('copies.why')}
          hint={t('copies.whyHint')}
          isRequired
          maxLength={500}
          value={why}
          onChange={setWhy}
        />
      )}
    </FormDialog>
  )
}

function whyNot(t: T, data: Preview | undefined, why: string): string | undefined {
  if (data === undefined) return t('ui.loading')
  if (data.mail === null) return t('copies.no', { why: sentenceFor(data.reasons[0]) })
  return why.trim() === '' ? t('copies.need') : undefined
}

function sentenceFor(code: string | undefined): string {
  return textOfCode(`gate.${code}`, undefined) ?? ''
}

function sentencesFor(codes: readonly string[]): string {
  return codes.map(sentenceFor).join(' ')
}

/** Why it cannot go, or what to know before it does. */
function Notices({ preview: { reasons, warnings, mail } }: { readonly preview: Preview }) {
  const t = useT()
  return (
    <>
      {mail === null && (
        <Banner tone="soon" isBox>
          {t('copies.no', { why: sentencesFor(reasons) })}
        </Banner>
      )}
      {mail !== null && warnings.length > 0 && (
        <Banner tone="soon" isBox>
          {t('copies.old', { why: sentencesFor(warnings) })}
        </Banner>
      )}
      {mail?.isTest === true && (
        <Banner tone="test" isBox>
          {t('copies.isTest')}
        </Banner>
      )}
    </>
  )
}
