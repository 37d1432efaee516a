import { useQuery } from '@tanstack/react-query'
import { MessageCircleQuestion } from 'lucide-react'
import { useState } from 'react'

import { DECISIONS, listDisputes, resolveDispute } from '#contract/collecting/desk/disputes'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { DayText, NearDay } from '../../../ui/DayText.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { ChoiceTiles } from '../../../ui/fields/ChoiceTiles.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { SimpleTable } from '../../../ui/SimpleTable.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { say } from '../../../ui/toasts.ts'

type Dispute = ReplyOf<typeof listDisputes>['rows'][number]

export function Disputes({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const member = useMember()
  const [settling, setSettling] = useState<Dispute | null>(null)
  const { data } = useQuery(asking(listDisputes, { query: { customer: customerId, limit: 200 } }))
  if (!data) return <SkeletonRows count={4} />
  if (data.rows.length === 0) {
    return (
      <EmptyState
        icon={MessageCircleQuestion}
        title={t('customer.disputes.empty')}
        text={t('customer.disputes.emptyText')}
      />
    )
  }
  return (
    <div className="py-4">
      <SimpleTable
        label={t('customer.tabs.disputes')}
        rows={data.rows}
        keyOf={({ id }) => id}
        columns={[
          {
            name: 'invoice',
            title: t('customer.disputes.invoice'),
            cell: ({ receivable }) => <span className="font-medium">{receivable.number}</span>,
          },
          {
            name: 'reason',
            title: t('customer.disputes.reason'),
            cell: (dispute) => <DisputeReason dispute={dispute} />,
          },
          {
            name: 'opened',
            title: t('customer.disputes.opened'),
            isSpare: true,
            cell: ({ openedOn }) => <DayText day={openedOn} />,
          },
          {
            name: 'revisit',
            title: t('customer.disputes.revisit'),
            cell: (dispute) => <Revisit dispute={dispute} />,
          },
          {
            name: 'owner',
            title: t('customer.disputes.owner'),
            isSpare: true,
            cell: ({ owner }) => owner?.name,
          },
          {
            name: 'amount',
            title: t('customer.disputes.amount'),
            isEnd: true,
            cell: ({ amount }) => <Money amount={amount} isAligned />,
          },
          {
            name: 'settle',
            title: <span className="sr-only">{t('desk.dispute.resolve')}</span>,
            isEnd: true,
            cell: (dispute) =>
              dispute.state === 'open' &&
              may(member, 'disputes.resolve') && (
                <Button variant="quiet" onClick={() => setSettling(dispute)}>
                  {t('desk.dispute.resolve')}
                </Button>
              ),
          },
        ]}
      />
      {settling && <SettleDialog disputeId={settling.id} onClose={() => setSettling(null)} />}
    </div>
  )
}

export function DisputeReason({ dispute }: { readonly dispute: Dispute }) {
  const t = useT()
  return (
    <>
      {t(`desk.dispute.reasons.${dispute.reason}`)}
      {dispute.note !== '' && (
        <span className="block max-w-80 truncate text-12 text-faint">{dispute.note}</span>
      )}
    </>
  )
}

export function Revisit({ dispute }: { readonly dispute: Dispute }) {
  const t = useT()
  const { today } = useReader()
  const { state, resolution, revisitOn } = dispute
  if (state === 'resolved')
    return <Chip>{t(`desk.dispute.resolutions.${resolution ?? 'withdrawn'}`)}</Chip>
  if (!revisitOn) return null
  return revisitOn <= today ? (
    <Chip tone="soon">
      <NearDay day={revisitOn} />
    </Chip>
  ) : (
    <NearDay day={revisitOn} />
  )
}

export function SettleDialog({
  disputeId,
  onClose,
}: {
  readonly disputeId: string
  readonly onClose: () => void
}) {
  const t = useT()
  const [resolution, setResolution] = useState<(typeof DECISIONS)[number]>('rejected')
  const [note, setNote] = useState('')
  const { send, isBusy, problem } = useSending(resolveDispute, () => {
    say(t('desk.dispute.resolved'))
    onClose()
  })
  return (
    <FormDialog
      title={t('desk.dispute.resolveTitle')}
      text={t('desk.dispute.resolveEffect')}
      does={t('desk.dispute.resolve')}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() => send({ params: { disputeId }, body: { resolution, note } })}
    >
      <ChoiceTiles
        label={t('desk.dispute.resolveTitle')}
        value={resolution}
        options={DECISIONS.map((value) => ({
          value,
          name: t(`desk.dispute.resolutions.${value}`),
        }))}
        onChange={setResolution}
      />
      <TextArea label={t('desk.dispute.note')} isOptional value={note} onChange={setNote} />
    </FormDialog>
  )
}
