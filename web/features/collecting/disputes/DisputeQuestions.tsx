import { useQuery } from '@tanstack/react-query'

import { withdrawQuestion } from '#contract/collecting/desk/questions'

import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { dayOf, shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { type Dispute, type Question, questionsOf } from './disputes.ts'

/** What departments were asked, by mail, and what they said. */
export function DisputeQuestions({ dispute }: { readonly dispute: Dispute }) {
  const t = useT()
  return (
    <Card title={t('disputes.questions.title')}>
      <Loaded query={useQuery(questionsOf(dispute.id))} rows={2}>
        {({ questions }) =>
          questions.length === 0 ? (
            <p className="text-13 text-soft">{t('disputes.questions.none')}</p>
          ) : (
            <ul className="flex flex-col gap-4">
              {questions.map((question) => (
                <Asked key={question.id} question={question} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Card>
  )
}

function Asked({ question }: { readonly question: Question }) {
  const t = useT()
  const member = useMember()
  const { today, locale } = useReader()
  const { id, department, name, email, state, answerBy } = question
  const { send, isBusy, problem } = useSending(withdrawQuestion, () =>
    say(t('disputes.questions.takenBack')),
  )
  const isWaiting = state === 'asked'
  const isLate = isWaiting && answerBy < today
  return (
    <li className="text-13">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium">
          {[name || email, t(`desk.dispute.departments.${department}`)].join(' · ')}
        </span>
        <Chip tone={isLate ? 'act' : 'plain'}>{t(`disputes.questions.states.${state}`)}</Chip>
        {isWaiting && (
          <span className="text-12 text-faint">
            {t('disputes.questions.until', { day: shortDay(answerBy, today, locale) })}
          </span>
        )}
        <Notes question={question} />
      </div>
      <p className="mt-1 whitespace-pre-line text-soft">{question.question}</p>
      <Answer question={question} />
      {isWaiting && may(member, 'disputes.open') && (
        <Button
          variant="quiet"
          isBusy={isBusy}
          onClick={() => send({ params: { questionId: id } })}
          className="-ml-2.5 print:hidden"
        >
          {t('disputes.questions.takeBack')}
        </Button>
      )}
      {problem !== undefined && (
        <Banner tone="act" isBox>
          {problem}
        </Banner>
      )}
    </li>
  )
}

function Notes({ question }: { readonly question: Question }) {
  const t = useT()
  const { delivery, isReminded, isPassedOn, state } = question
  const notes = [
    isPassedOn && t('disputes.questions.passedOn'),
    state === 'asked' && t(`disputes.questions.delivery.${delivery}`),
    isReminded && t('disputes.questions.reminded'),
  ].filter(Boolean)
  return <span className="text-12 text-faint">{notes.join(' · ')}</span>
}

function Answer({ question }: { readonly question: Question }) {
  const t = useT()
  const { today, locale, zone } = useReader()
  const { answer, note, answeredAt } = question
  if (!answer && note === '') return null
  return (
    <blockquote className="mt-2 border-l-2 border-brand pl-3">
      {answer && (
        <p className="font-medium">
          {t(`disputes.questions.answers.${answer}`)}
          {answeredAt && (
            <span className="ml-2 text-12 font-regular text-faint">
              {shortDay(dayOf(answeredAt, zone), today, locale)}
            </span>
          )}
        </p>
      )}
      {note !== '' && <p className="whitespace-pre-line">{note}</p>}
    </blockquote>
  )
}
