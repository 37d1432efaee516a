import { useRef, useState } from 'react'

import { saveTemplateText } from '#contract/talking/templates'

import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { SaveBar } from '../../../ui/SaveBar.tsx'
import { say } from '../../../ui/toasts.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { insertedAt, replacedWord } from './insert.ts'
import { TemplateFields } from './TemplateFields.tsx'
import { TemplateFindings } from './TemplateFindings.tsx'
import { TemplatePreviewPane } from './TemplatePreviewPane.tsx'
import type { TemplateFinding, TemplateText, TextDraft } from './templates.ts'
import { useSettled } from './use-settled.ts'

type TemplateEditorProps = {
  readonly templateKey: string
  readonly language: string
  /** What is saved in this language; null while nothing is. */
  readonly text: TemplateText | null
}

/** A text in one language beside what its recipient will see. */
export function TemplateEditor({ templateKey, language, text }: TemplateEditorProps) {
  const t = useT()
  const canEdit = may(useMember(), 'templates.edit')
  const subject = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLTextAreaElement>(null)
  const [last, setLast] = useState<'subject' | 'body'>('body')
  const [refused, setRefused] = useState<readonly TemplateFinding[]>([])
  const [found, setFound] = useState<readonly TemplateFinding[]>([])
  const { draft, change, isChanged, discard } = useDraft<TextDraft>({
    subject: text?.subject ?? '',
    body: text?.body ?? '',
  })
  const settled = useSettled(draft)
  const { send, isBusy, problem } = useSending(saveTemplateText, (reply) => {
    if (reply.kind === 'faulty') return setRefused(reply.findings)
    discard()
    say(t('templates.saved'))
  })
  const edit = (part: Partial<TextDraft>) => {
    setRefused([])
    change(part)
  }
  const insert = (name: string) => {
    const element = last === 'subject' ? subject.current : body.current
    const at = element?.selectionStart ?? draft[last].length
    edit({ [last]: insertedAt(draft[last], at, name) })
    element?.focus()
  }
  const findings = refused.length > 0 ? refused : found
  return (
    <div className="grid gap-6 xl:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-4">
        <TemplateFields
          draft={draft}
          isReadOnly={!canEdit}
          subjectRef={subject}
          bodyRef={body}
          onChange={edit}
          onFocus={setLast}
          onInsert={insert}
        />
        <TemplateFindings
          findings={findings}
          onCorrect={({ part, value, suggestion }) =>
            edit({ [part]: replacedWord(draft[part], value, suggestion ?? value) })
          }
        />
        <SaveBar
          does={t('templates.save')}
          isChanged={isChanged}
          isBusy={isBusy}
          problem={problem}
          whyNot={canEdit ? undefined : t('templates.whyNotEdit')}
          onDiscard={() => {
            setRefused([])
            discard()
          }}
          onSave={() =>
            send({
              params: { key: templateKey, language },
              body: { ...draft, revision: text?.revision ?? 0 },
            })
          }
        />
      </div>
      <TemplatePreviewPane text={settled} language={language} onFound={setFound} />
    </div>
  )
}
