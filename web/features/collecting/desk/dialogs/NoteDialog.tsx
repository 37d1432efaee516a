import { useState } from 'react'

import { writeComment } from '#contract/collecting/desk/talk'

import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { TextArea } from '../../../../ui/fields/TextArea.tsx'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { say } from '../../../../ui/toasts.ts'
import type { DeskDialogProps } from './props.ts'

export function NoteDialog({ subject, onClose }: DeskDialogProps) {
  const t = useT()
  const [body, setBody] = useState('')
  const { send, isBusy, problem } = useSending(writeComment, () => {
    say(t('desk.said.note'))
    onClose()
  })
  return (
    <FormDialog
      title={t('desk.note.title', { name: subject.name })}
      text={t('desk.note.text')}
      does={t('desk.note.do')}
      whyNot={body.trim() === '' ? t('ui.required') : undefined}
      onClose={onClose}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() => send({ params: { customerId: subject.customerId }, body: { body } })}
    >
      <TextArea label={t('desk.note.label')} rows={5} value={body} onChange={setBody} />
    </FormDialog>
  )
}
