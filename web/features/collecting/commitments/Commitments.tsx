import { useQuery } from '@tanstack/react-query'
import { Handshake } from 'lucide-react'
import { useState } from 'react'

import { listPromises, withdrawPromise } from '#contract/collecting/desk/promises'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip, type Tone } from '../../../ui/Chip.tsx'
import { NearDay } from '../../../ui/DayText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { Money } from '../../../ui/Money.tsx'
import { SimpleTable } from '../../../ui/SimpleTable.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { say } from '../../../ui/toasts.ts'

type Promised = ReplyOf<typeof listPromises>['rows'][number]

export const STATE_TONES: Readonly<Record<Promised['state'], Tone>> = {
  open: 'brand',
  kept: 'came',
  partly_kept: 'soon',
  broken: 'act',
  withdrawn: 'plain',
}

export function Commitments({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const member = useMember()
  const [withdrawing, setWithdrawing] = useState<Promised | null>(null)
  const { data } = useQuery(asking(listPromises, { query: { customer: customerId, limit: 200 } }))
  if (!data) return <SkeletonRows count={4} />
  if (data.rows.length === 0) {
    return (
      <EmptyState
        icon={Handshake}
        title={t('customer.commitments.empty')}
        text={t('customer.commitments.emptyText')}
      />
    )
  }
  return (
    <div className="py-4">
      <SimpleTable
        label={t('customer.tabs.commitments')}
        rows={data.rows}
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
            cell: ({ state }) => (
              <Chip tone={STATE_TONES[state]}>{t(`customer.commitments.states.${state}`)}</Chip>
            ),
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
            isSpare: true,
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
      {withdrawing && (
        <WithdrawDialog promiseId={withdrawing.id} onClose={() => setWithdrawing(null)} />
      )}
    </div>
  )
}

function WithdrawDialog({
  promiseId,
  onClose,
}: {
  readonly promiseId: string
  readonly onClose: () => void
}) {
  const t = useT()
  const [why, setWhy] = useState('')
  const { send, isBusy, problem } = useSending(withdrawPromise, () => {
    say(t('customer.commitments.withdrawn'))
    onClose()
  })
  return (
    <FormDialog
      width="narrow"
      title={t('customer.commitments.withdrawTitle')}
      text={t('customer.commitments.withdrawText')}
      does={t('customer.commitments.withdraw')}
      whyNot={why.trim() === '' ? t('ui.required') : undefined}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() => send({ params: { promiseId }, body: { why } })}
    >
      <TextField label={t('customer.commitments.why')} value={why} onChange={setWhy} />
    </FormDialog>
  )
}
