import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { listMentionable, writeComment } from '#contract/collecting/desk/talk'

import { asking } from '../../../../api/query.ts'
import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { say } from '../../../../ui/toasts.ts'
import { mentionedIn } from '../mentions.ts'
import { MentionArea } from './MentionArea.tsx'
import type { DeskDialogProps } from './props.ts'

/** An internal note; "@" offers the colleagues who may see this customer, and tells them of it. */
export function NoteDialog({ subject, onClose }: DeskDialogProps) {
  const t = useT()
  const [body, setBody] = useState('')
  const params = { customerId: subject.customerId }
  const people = useQuery(asking(listMentionable, { params })).data?.people ?? []
  const { send, isBusy, problem } = useSending(writeComment, ({ notTold }) => {
    const names = notTold.map(({ name }) => name).join(', ')
    say(names === '' ? t('desk.said.note') : t('notifications.notTold', { names }))
    onClose()
  })
  // Whoever stands in the text when it is kept is told; a name that was taken out again is not.
  const mentions = mentionedIn(body, people)
  return (
    <FormDialog
      title={t('desk.note.title', { name: subject.name })}
      text={t('desk.note.text')}
      does={t('desk.note.do')}
      whyNot={body.trim() === '' ? t('ui.required') : undefined}
      onClose={onClose}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => send({ params, body: { body, mentions } })}
    >
      <MentionArea
        label={t('desk.note.label')}
        hint={t('notifications.mentionHint')}
        value={body}
        people={people}
        onChange={setBody}
      />
    </FormDialog>
  )
}
