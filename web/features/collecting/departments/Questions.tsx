import { Pencil } from 'lucide-react'
import { useState } from 'react'

import { changeDepartmentQuestion } from '#contract/collecting/desk/departments'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { say } from '../../../ui/toasts.ts'
import type { Departments } from '../disputes/disputes.ts'

type Question = Departments['questions'][number]
type QuestionsProps = { readonly questions: readonly Question[]; readonly mayChange: boolean }

/** What departments are asked about each reason. */
export function Questions({ questions, mayChange }: QuestionsProps) {
  const t = useT()
  const [changing, setChanging] = useState<Question | null>(null)
  return (
    <>
      <ul className="rounded-8 bg-surface shadow-raised">
        {questions.map((row) => {
          const reason = t(`desk.dispute.reasons.${row.reason}`)
          return (
            <li
              key={row.reason}
              className="flex items-center gap-3 border-b border-line px-4 py-2 last:border-0"
            >
              <span className="min-w-0 flex-1 text-13">
                <span className="block font-medium">
                  {reason}
                  {row.question !== null && (
                    <span className="font-regular text-soft">
                      {' · '}
                      {t('disputes.departments.question.own')}
                    </span>
                  )}
                </span>
                <span className="block text-12 break-words whitespace-pre-line text-soft">
                  {row.question ?? row.usual}
                </span>
              </span>
              {mayChange && (
                <IconButton
                  label={t('disputes.departments.question.change', { reason })}
                  icon={<Pencil size={16} />}
                  onClick={() => setChanging(row)}
                />
              )}
            </li>
          )
        })}
      </ul>
      {changing && <QuestionDialog row={changing} onClose={() => setChanging(null)} />}
    </>
  )
}

type QuestionDialogProps = { readonly row: Question; readonly onClose: () => void }

function QuestionDialog({ row, onClose }: QuestionDialogProps) {
  const t = useT()
  const { reason, usual } = row
  const [words, setWords] = useState(row.question ?? usual)
  const { send, isBusy, problem } = useSending(changeDepartmentQuestion, () => {
    say(t('settings.saved'))
    onClose()
  })
  const said = words.trim()
  return (
    <FormDialog
      title={t('disputes.departments.question.title', {
        reason: t(`desk.dispute.reasons.${reason}`),
      })}
      text={t('disputes.departments.question.text')}
      does={t('settings.save')}
      isBusy={isBusy}
      problem={problem}
      whyNot={said === '' ? t('ui.required') : undefined}
      onClose={onClose}
      onSubmit={() => send({ body: { reason, question: said === usual ? null : said } })}
    >
      <TextArea
        label={t('disputes.departments.question.label')}
        value={words}
        onChange={setWords}
      />
      {said !== usual && (
        <div>
          <Button variant="quiet" onClick={() => setWords(usual)}>
            {t('disputes.departments.question.asItCame')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
