import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { DEPARTMENTS } from '#contract/collecting/desk'
import { askDepartment } from '#contract/collecting/desk/questions'
import { addDays, type Day } from '#kernel/day.ts'

import { useSending } from '../../../api/use-sending.ts'
import { languageNames } from '../../../language/names.ts'
import { useT } from '../../../language/texts.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { departments, type Departments, type Dispute } from './disputes.ts'

type AskDialogProps = { readonly dispute: Dispute; readonly onClose: () => void }
type Department = Departments['departments'][number]

const ANSWER_WITHIN_DAYS = 3
const LANGUAGES = ['en', 'de', 'fr', 'es'] as const

/** Asks a department by mail; whom, is known from the settings and can be said otherwise. */
export function AskDialog({ dispute, onClose }: AskDialogProps) {
  const t = useT()
  const { today } = useReader()
  const settings = useQuery(departments).data
  const known = settings?.departments ?? []
  const [department, setDepartment] = useState(dispute.department)
  const usual = known.find((one) => one.department === department)
  const [typed, setTyped] = useState<Partial<Department>>({})
  const [question, setQuestion] = useState<string | null>(null)
  const [until, setUntil] = useState<Day | null>(null)
  const { send, isBusy, problem } = useSending(askDepartment, () => {
    say(t('disputes.asking.sent'))
    onClose()
  })
  const { name = '', address = '', language = 'en' } = { ...usual, ...typed }
  const own = settings?.questions.find(({ reason }) => reason === dispute.reason)?.question
  const asked = question ?? own ?? t('disputes.asking.questionStart')
  const answerBy = until ?? earlier(dispute.deadlineOn, addDays(today, ANSWER_WITHIN_DAYS), today)
  const isReady = address.includes('@') && asked.trim() !== ''
  return (
    <FormDialog
      title={t('disputes.asking.title', { number: dispute.receivable.number })}
      text={t('disputes.asking.text')}
      does={t('disputes.asking.do')}
      onClose={onClose}
      isBusy={isBusy}
      problem={problem}
      whyNot={isReady ? undefined : t('ui.required')}
      onSubmit={() =>
        send({
          params: { disputeId: dispute.id },
          body: { department, name, email: address, question: asked, language, answerBy },
        })
      }
    >
      <Select
        label={t('disputes.department')}
        value={department}
        options={DEPARTMENTS.map((value) => ({
          value,
          name: t(`desk.dispute.departments.${value}`),
        }))}
        onChange={(next) => {
          setDepartment(next)
          setTyped({})
        }}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('disputes.asking.name')}
          isOptional
          value={name}
          onChange={(next) => setTyped({ ...typed, name: next })}
        />
        <TextField
          label={t('disputes.asking.email')}
          type="email"
          value={address}
          onChange={(next) => setTyped({ ...typed, address: next })}
        />
      </div>
      <TextArea
        label={t('disputes.asking.question')}
        value={asked}
        onChange={(next) => setQuestion(next)}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <DateField
          label={t('disputes.asking.until')}
          day={answerBy}
          from={today}
          onChange={setUntil}
        />
        <Select
          label={t('disputes.asking.language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, name: languageNames[value] }))}
          onChange={(next) => setTyped({ ...typed, language: next })}
        />
      </div>
    </FormDialog>
  )
}

/** The earlier of the deadline and another day, and not before today. */
function earlier(deadlineOn: Day | null, other: Day, today: Day): Day {
  if (deadlineOn === null || deadlineOn > other) return other
  return deadlineOn < today ? today : deadlineOn
}
