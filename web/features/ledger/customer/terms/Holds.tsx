import { useQuery } from '@tanstack/react-query'

import { approveHold, liftHold, listCustomerHolds } from '#contract/ledger/holds'

import type { ReplyOf } from '../../../../api/call.ts'
import { asking } from '../../../../api/query.ts'
import { may, useMember } from '../../../../api/session.ts'
import { useCalling } from '../../../../api/use-calling.ts'
import { useT } from '../../../../language/texts.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Chip } from '../../../../ui/Chip.tsx'
import { shortDay } from '../../../../ui/format/day.ts'
import { useReader } from '../../../../ui/reader.ts'
import { say } from '../../../../ui/toasts.ts'

type Hold = ReplyOf<typeof listCustomerHolds>['holds'][number]

/** Holds in force and before, each with who may end it. */
export function Holds({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const { data } = useQuery(asking(listCustomerHolds, { params: { customerId } }))
  return (
    <Card title={t('customer.terms.holds')}>
      {data?.holds.length === 0 && (
        <p className="text-13 text-soft">{t('customer.terms.noHolds')}</p>
      )}
      <ul className="flex flex-col gap-2">
        {data?.holds.map((hold) => (
          <HoldRow key={hold.id} hold={hold} />
        ))}
      </ul>
    </Card>
  )
}

function HoldRow({ hold }: { readonly hold: Hold }) {
  const t = useT()
  const { today, locale } = useReader()
  const member = useMember()
  const calling = useCalling()
  const { id, reason, note, holdsUntil, state, receivable, createdBy } = hold
  const params = { holdId: id }
  const isOver = state === 'ended' || state === 'lifted'
  const lift = async () => {
    if (await calling(liftHold, { params, body: {} })) say(t('customer.terms.lifted'))
  }
  const approve = async () => {
    if (await calling(approveHold, { params })) say(t('customer.terms.approved'))
  }
  return (
    <li className="flex flex-wrap items-center gap-2 text-13">
      <span className="min-w-0 flex-1">
        {t('customer.terms.holdLine', {
          reason: t(`desk.hold.reasons.${reason}`),
          day: shortDay(holdsUntil, today, locale),
        })}
        <span className="block text-12 text-faint">
          {[receivable?.number, note, createdBy?.name].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Chip tone={state === 'waiting' ? 'soon' : 'plain'}>
        {t(`customer.terms.holdStates.${state}`)}
      </Chip>
      {state === 'waiting' && may(member, 'holds.approve') && (
        <Button onClick={() => void approve()}>{t('customer.terms.approve')}</Button>
      )}
      {!isOver && may(member, 'holds.place') && (
        <Button variant="quiet" onClick={() => void lift()}>
          {t('customer.terms.lift')}
        </Button>
      )}
    </li>
  )
}
