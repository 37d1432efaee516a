import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { type listPromises, withdrawPromise } from '#contract/collecting/desk/promises'

import type { ReplyOf } from '../../../api/call.ts'
import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { NearDay } from '../../../ui/DayText.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { moneyText } from '../../../ui/format/money.ts'
import { percentText } from '../../../ui/format/number.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { SimpleTable } from '../../../ui/SimpleTable.tsx'
import { say } from '../../../ui/toasts.ts'
import { organisation } from '../../access/settings.ts'
import { SignedChip } from '../records/SignedChip.tsx'
import { PromiseState } from './PromiseState.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'

type Promised = ReplyOf<typeof listPromises>['rows'][number]

/** Promises with what came for each, and by which rule they are judged. */
export function Promises({ promises }: { readonly promises: readonly Promised[] }) {
  const t = useT()
  const member = useMember()
  const [withdrawing, setWithdrawing] = useState<Promised | null>(null)
  return (
    <section aria-label={t('lists.promises.title')}>
      <h2 className="mb-2 text-13 font-strong">{t('lists.promises.title')}</h2>
      <SimpleTable
        label={t('lists.promises.title')}
        rows={promises}
        keyOf={({ id }) => id}
        columns={[
          {
            name: 'by',
            title: t('customer.commitments.by'),
            cell: ({ promisedFor }) => <NearDay day={promisedFor} />,
          },
          {
            name: 'state',
            title: t('customer.commitments.state'),
            cell: (promise) => <StateCell promise={promise} />,
          },
          {
            name: 'for',
            title: t('customer.commitments.for'),
            cell: ({ openItem }) => openItem?.number ?? t('customer.commitments.account'),
          },
          {
            name: 'said',
            title: t('customer.commitments.said'),
            isSpare: true,
            cell: ({ saidBy }) => saidBy,
          },
          {
            name: 'amount',
            title: t('customer.commitments.amount'),
            isEnd: true,
            cell: ({ amount }) => <Money amount={amount} isAligned />,
          },
          {
            name: 'received',
            title: t('customer.commitments.received'),
            isEnd: true,
            isOffPhone: true,
            cell: ({ receivedMinor, amount }) => (
              <Money amount={{ minor: receivedMinor, currency: amount.currency }} isAligned />
            ),
          },
          {
            name: 'withdraw',
            title: <span className="sr-only">{t('customer.commitments.withdraw')}</span>,
            isEnd: true,
            cell: (promise) =>
              promise.state === 'open' &&
              may(member, 'promises.take') && (
                <Button variant="quiet" onClick={() => setWithdrawing(promise)}>
                  {t('customer.commitments.withdraw')}
                </Button>
              ),
          },
        ]}
      />
      <Tolerance />
      {withdrawing && (
        <WithdrawPromise promiseId={withdrawing.id} onClose={() => setWithdrawing(null)} />
      )}
    </section>
  )
}

/** The state with what it means: how much came of it, and how many were not kept before. */
function StateCell({ promise }: { readonly promise: Promised }) {
  const t = useT()
  const { locale, today } = useReader()
  const { state, awaitsPaymentsOf, level, receivedMinor, amount, signedRecordId } = promise
  const came = moneyText({ minor: receivedMinor, currency: amount.currency }, locale)
  const isPart = state === 'partly_kept' || (state === 'open' && receivedMinor > 0)
  return (
    <>
      <span className="inline-flex flex-wrap items-center gap-1">
        <PromiseState {...promise} />
        <SignedChip recordId={signedRecordId} />
      </span>
      {awaitsPaymentsOf && (
        <span className="block text-12 text-soft">
          {t('mandates.promise.awaits', { day: shortDay(awaitsPaymentsOf, today, locale) })}
        </span>
      )}
      {isPart && (
        <span className="block text-12 text-soft sm:hidden">
          {t('mandates.promise.came', { amount: came })}
        </span>
      )}
      {level > 0 && (
        <span className="block text-12 text-soft">
          {t('mandates.promise.level', { count: level })}
        </span>
      )}
    </>
  )
}

/** A promise counts as kept when no more than this is missing; the server judges by it. */
const TOLERATED_SHARE = 0.005

function Tolerance() {
  const t = useT()
  const { locale } = useReader()
  const policy = useQuery(organisation).data?.policy
  if (!policy) return null
  return (
    <p className="mt-2 text-12 text-pretty text-soft">
      {t('mandates.promise.tolerance', {
        percent: percentText(TOLERATED_SHARE, locale, 1),
        count: policy.promiseToleranceDays,
      })}
    </p>
  )
}

type WithdrawPromiseProps = { readonly promiseId: string; readonly onClose: () => void }

function WithdrawPromise({ promiseId, onClose }: WithdrawPromiseProps) {
  const t = useT()
  const { send, isBusy, problem } = useSending(withdrawPromise, () => {
    say(t('customer.commitments.withdrawn'))
    onClose()
  })
  return (
    <WithdrawDialog
      title={t('customer.commitments.withdrawTitle')}
      text={t('customer.commitments.withdrawText')}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={(why) => send({ params: { promiseId }, body: { why } })}
    />
  )
}
