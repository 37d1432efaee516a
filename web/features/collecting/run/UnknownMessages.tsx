import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { decideMessage } from '#contract/collecting/messages'

import { useDoing } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { say } from '../../../ui/toasts.ts'
import { type RunReport, unknownOf } from './run.ts'

/** Messages of which nobody knows whether they arrived: a person says, the program never guesses. */
export function UnknownMessages({ run }: { readonly run: RunReport }) {
  const t = useT()
  const who = useMember()
  const decide = useDoing(decideMessage)
  const { data } = useQuery(unknownOf(run.id))
  if (!data || data.rows.length === 0) return null
  const whyNot = may(who, 'messages.decide') ? undefined : t('desk.whyNot.role')
  const answer = (id: string, decision: 'it_arrived' | 'send_again') =>
    decide.mutate(
      { params: { id }, body: { decision } },
      {
        onSuccess: () =>
          void say(
            decision === 'it_arrived' ? t('run.unknown.arrivedSaid') : t('run.unknown.againSaid'),
          ),
        onError: (error) => void say(sentenceOf(error), { tone: 'act' }),
      },
    )
  return (
    <Card title={t('run.unknown.title')}>
      <p className="mb-3 text-13 text-soft">{t('run.unknown.text')}</p>
      <ul className="flex flex-col">
        {data.rows.map((message) => (
          <li
            key={message.id}
            className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-2 text-13"
          >
            <span className="min-w-48 flex-1">
              <Link
                to="/customers/$customerId"
                params={{ customerId: message.customerId }}
                className="font-medium underline-offset-2 hover:underline"
              >
                {message.customerName}
              </Link>
              <span className="block text-12 text-soft">{message.subject}</span>
            </span>
            <Button whyNot={whyNot} onClick={() => answer(message.id, 'it_arrived')}>
              {t('run.unknown.arrived')}
            </Button>
            <Button whyNot={whyNot} onClick={() => answer(message.id, 'send_again')}>
              {t('run.unknown.again')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  )
}
