import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { DISPUTE_REASONS } from '#contract/collecting/desk'
import { openDispute } from '#contract/collecting/desk/disputes'
import { addDays, type Day } from '#kernel/day.ts'

import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { DateField } from '../../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../../ui/fields/MoneyField.tsx'
import { Segmented } from '../../../../ui/fields/Segmented.tsx'
import { Select } from '../../../../ui/fields/Select.tsx'
import { TextArea } from '../../../../ui/fields/TextArea.tsx'
import { moneyText } from '../../../../ui/format/money.ts'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { say } from '../../../../ui/toasts.ts'
import { departments } from '../../disputes/disputes.ts'
import { openItemsOf } from '../subject.ts'
import type { DeskDialogProps } from './props.ts'

const REVISIT_DAYS = 14

export function DisputeDialog({ subject, onClose, onDone }: DeskDialogProps) {
  const t = useT()
  const { today, locale } = useReader()
  const items = (useQuery(openItemsOf(subject.customerId)).data?.rows ?? []).filter(
    ({ openMinor }) => openMinor > 0,
  )
  const [chosen, setChosen] = useState<string | null>(null)
  const item = items.find(({ receivableId }) => receivableId === chosen) ?? items[0]
  const [reason, setReason] = useState<(typeof DISPUTE_REASONS)[number]>('wrong_amount')
  const [part, setPart] = useState<'all' | 'part'>('all')
  const [minor, setMinor] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const [revisitOn, setRevisitOn] = useState<Day | null>(addDays(today, REVISIT_DAYS))
  const { send, isBusy, problem } = useSending(openDispute, () => {
    say(t('desk.said.dispute'))
    onDone()
  })
  const route = useQuery(departments).data?.routes.find((one) => one.reason === reason)
  const isReady = item !== undefined && (part === 'all' || (minor !== null && minor > 0))
  return (
    <FormDialog
      title={t('desk.dispute.title', { name: subject.name })}
      text={t('desk.dispute.effect')}
      does={t('desk.dispute.do')}
      onClose={onClose}
      isBusy={isBusy}
      problem={problem}
      whyNot={isReady ? undefined : t('ui.required')}
      onSubmit={() => {
        if (!item) return
        send({
          params: { receivableId: item.receivableId },
          body: { reason, amountMinor: part === 'all' ? null : minor, note, revisitOn },
        })
      }}
    >
      <Select
        label={t('desk.dispute.invoice')}
        value={item?.receivableId ?? ''}
        options={items.map(({ receivableId, number, openMinor, currency }) => ({
          value: receivableId,
          name: `${number} · ${moneyText({ minor: openMinor, currency }, locale)}`,
        }))}
        onChange={setChosen}
      />
      <Select
        label={t('desk.dispute.reason')}
        value={reason}
        options={DISPUTE_REASONS.map((value) => ({
          value,
          name: t(`desk.dispute.reasons.${value}`),
        }))}
        onChange={setReason}
        hint={
          route &&
          t('desk.dispute.goesTo', {
            department: t(`desk.dispute.departments.${route.department}`),
            count: route.businessDays,
          })
        }
      />
      <Segmented
        label={t('desk.dispute.how')}
        value={part}
        options={[
          { value: 'all', name: t('desk.dispute.all') },
          { value: 'part', name: t('desk.dispute.part') },
        ]}
        onChange={setPart}
      />
      {part === 'part' && (
        <MoneyField
          label={t('desk.dispute.amount')}
          currency={item?.currency ?? 'EUR'}
          minor={minor}
          onChange={setMinor}
        />
      )}
      <TextArea label={t('desk.dispute.note')} isOptional value={note} onChange={setNote} />
      <DateField
        label={t('desk.dispute.revisit')}
        day={revisitOn}
        onChange={setRevisitOn}
        from={today}
      />
    </FormDialog>
  )
}
