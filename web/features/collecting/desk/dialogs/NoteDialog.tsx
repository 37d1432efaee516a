import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { listMentionable, writeComment } from '#contract/collecting/desk/talk'

import { asking } from '../../../../api/query.ts'
import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { Select } from '../../../../ui/fields/Select.tsx'
import { TextArea } from '../../../../ui/fields/TextArea.tsx'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { say } from '../../../../ui/toasts.ts'
import type { DeskDialogProps } from './props.ts'

/** An internal note; "@" and a name, or the list, tells a colleague of it. */
export function NoteDialog({ subject, onClose }: DeskDialogProps) {
  const t = useT()
  const [body, setBody] = useState('')
  const params = { customerId: subject.customerId }
  const people = useQuery(asking(listMentionable, { params })).data?.people ?? []
  const { send, isBusy, problem } = useSending(writeComment, ({ notTold }) => {
    const names = notTold.map(({ name }) => name).join(', ')
    say(names === '' ? t('desk.said.note') : t('notices.notTold', { names }))
    onClose()
  })
  // Whoever stands in the text when it is kept is told; a name that was taken out again is not.
  const mentions = people.filter(({ name }) => body.includes(`@${name}`)).map(({ id }) => id)
  const typed = /@([^@\n]*)$/.exec(body)?.[1]?.toLowerCase() ?? ''
  const offered = people.filter(
    ({ id, name }) => !mentions.includes(id) && name.toLowerCase().includes(typed),
  )
  const mention = (id: string) => {
    const person = people.find((one) => one.id === id)
    if (person)
      setBody(`${body.replace(/(^|\s)@[^@\n]*$/, '$1').trimEnd()} @${person.name} `.trimStart())
  }
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
      <TextArea label={t('desk.note.label')} rows={5} value={body} onChange={setBody} />
      {people.length > 0 && (
        <Select
          label={t('notices.mention')}
          hint={t('notices.mentionHint')}
          isOptional
          value=""
          options={[
            { value: '', name: t('notices.nobody') },
            ...offered.map(({ id, name }) => ({ value: id, name })),
          ]}
          onChange={mention}
        />
      )}
    </FormDialog>
  )
}
