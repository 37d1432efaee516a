import { useQuery } from '@tanstack/react-query'

import { customerWhy } from '#contract/collecting/gate'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { textOfCode, useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { nearDayText } from '../../../ui/DayText.tsx'
import { clockTime, dayOf, shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { Skeleton } from '../../../ui/Skeleton.tsx'

type Why = ReplyOf<typeof customerWhy>

export const whyOf = (customerId: string) => asking(customerWhy, { params: { id: customerId } })

/** What the next run would do with this customer, and why it would not. */
export function NextStep({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const { data, isError } = useQuery(whyOf(customerId))
  if (isError) return null
  return (
    <Card
      title={t('customer.next.title')}
      beside={data?.lane && <Chip tone="brand">{t(`customer.next.lanes.${data.lane}`)}</Chip>}
    >
      {data ? <Decision why={data} /> : <Skeleton className="w-2/3" />}
    </Card>
  )
}

function Decision({ why }: { readonly why: Why }) {
  const t = useT()
  return (
    <div className="flex flex-col gap-2 text-13">
      <p className="font-medium">
        <DecisionText why={why} />
      </p>
      <Reasons why={why} />
      <Later why={why} />
      {why.playbook && (
        <p className="text-12 text-faint">
          {t('customer.next.byPlaybook', { name: why.playbook.name })}
        </p>
      )}
    </div>
  )
}

/** Why nothing goes out, each reason with the invoices that it keeps back. */
function Reasons({ why }: { readonly why: Why }) {
  const reasons = why.reasons.filter(({ code }) => !SAID_ALREADY.has(code))
  if (reasons.length === 0) return null
  const numbers = new Map(why.items.map(({ openItemId, number }) => [openItemId, number]))
  return (
    <ul className="flex list-disc flex-col gap-0.5 pl-4 text-soft marker:text-faint">
      {reasons.map(({ code, values, openItemIds }) => (
        <li key={code}>
          {textOfCode(`gate.${code}`, values) ?? code}
          {openItemIds.length > 0 && openItemIds.length < why.items.length && (
            <span className="block text-12 text-faint">
              {openItemIds.map((id) => numbers.get(id)).join(', ')}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The sentence above the reasons says it. */
const SAID_ALREADY: ReadonlySet<string> = new Set(['ladder_exhausted'])

function DecisionText({ why }: { readonly why: Why }) {
  const t = useT()
  const { today, locale, zone } = useReader()
  const { decision, step, plannedAt, needsApproval } = why
  const name = step?.name ?? ''
  if (decision === 'nothing') return t('customer.next.nothing')
  if (decision === 'held') return t('customer.next.held')
  if (decision === 'decision_needed') return t('customer.next.decision_needed')
  if (decision === 'task') return t('customer.next.task', { step: name })
  const place = why.timeZone ?? zone
  const when = plannedAt
    ? `${nearDayText(t, dayOf(plannedAt, place), today, locale)} ${clockTime(plannedAt, locale, place)}`
    : nearDayText(t, why.onDay, today, locale)
  const message = t('customer.next.message', { step: name, when })
  return needsApproval ? `${message}. ${t('customer.next.messageAsk')}` : message
}

const SHOWN_LATER = 3

function Later({ why }: { readonly why: Why }) {
  const t = useT()
  const { today, locale } = useReader()
  const coming = why.items.flatMap(({ number, next }) =>
    next && next.on > why.onDay ? [{ number, next }] : [],
  )
  if (coming.length === 0) return null
  const soonest = coming
    .toSorted((a, b) => a.next.on.localeCompare(b.next.on))
    .slice(0, SHOWN_LATER)
  return (
    <div>
      <p className="text-12 text-faint">{t('customer.next.later')}</p>
      <ul className="text-soft">
        {soonest.map(({ number, next }) => (
          <li key={number}>
            {t('customer.next.laterLine', {
              number,
              step: next.name,
              day: shortDay(next.on, today, locale),
            })}
          </li>
        ))}
      </ul>
    </div>
  )
}
