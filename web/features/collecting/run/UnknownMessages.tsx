import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { UnknownDecision } from '../messages/UnknownDecision.tsx'
import { type RunReport, unknownOf } from './run.ts'

/** Messages of which nobody knows whether they arrived: a person says, the program never guesses. */
export function UnknownMessages({ run }: { readonly run: RunReport }) {
  const t = useT()
  const { data } = useQuery(unknownOf(run.id))
  if (!data || data.rows.length === 0) return null
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
            <UnknownDecision messageId={message.id} />
          </li>
        ))}
      </ul>
    </Card>
  )
}
