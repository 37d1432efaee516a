import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { askForPromise } from '#contract/collecting/desk/approvals'
import { takePromise, withdrawPromise } from '#contract/collecting/desk/promises'
import { addDays, type Day } from '#kernel/day.ts'

import { useCalling } from '../../../../api/use-calling.ts'
import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { DateField } from '../../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../../ui/fields/MoneyField.tsx'
import { Select } from '../../../../ui/fields/Select.tsx'
import { shortcutDays } from '../../../../ui/fields/shortcut-days.ts'
import { TextArea } from '../../../../ui/fields/TextArea.tsx'
import { TextField } from '../../../../ui/fields/TextField.tsx'
import { shortDay } from '../../../../ui/format/day.ts'
import { moneyText } from '../../../../ui/format/money.ts'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { say } from '../../../../ui/toasts.ts'
import { beyondText, deciderText, promiseBeyond } from '../../mandates/beyond.ts'
import { mandateOf } from '../../mandates/mandate.ts'
import { MandateLeft } from '../../mandates/MandateLeft.tsx'
import { briefOf, openItemsOf } from '../subject.ts'
import { AlreadyPromised } from './AlreadyPromised.tsx'
import { promisables } from './promisable.ts'
import type { DeskDialogProps } from './props.ts'

const CHANNELS = ['call', 'email', 'visit', 'letter', 'other'] as const

export function PromiseDialog({ subject, onClose, onDone }: DeskDialogProps) {
  const t = useT()
  const { today, locale } = useReader()
  const calling = useCalling()
  const brief = useQuery(briefOf(subject.customerId)).data
  const items = useQuery(openItemsOf(subject.customerId)).data?.rows ?? []
  const offers = promisables(t, brief?.standings ?? [], items)
  const [key, setKey] = useState<string | null>(null)
  const offer = offers.find((known) => known.key === key) ?? offers[0]
  const [typed, setTyped] = useState<number | null | undefined>(undefined)
  const [day, setDay] = useState<Day | null>(shortcutDays(today)[1].day)
  const [saidBy, setSaidBy] = useState<string | null>(null)
  const [channel, setChannel] = useState<(typeof CHANNELS)[number]>('call')
  const minor = typed === undefined ? (offer?.minor ?? null) : typed
  const { send, isBusy, problem } = useSending(takePromise, ({ id }) => {
    if (!offer || minor === null || day === null) return
    const amount = moneyText({ minor, currency: offer.currency }, locale)
    const why = t('desk.said.promiseUndone')
    say(t('desk.said.promise', { amount, day: shortDay(day, today, locale) }), {
      action: {
        name: t('ui.undo'),
        run: () => void calling(withdrawPromise, { params: { promiseId: id }, body: { why } }),
      },
    })
    onDone()
  })
  const asking = useSending(askForPromise, () => {
    say(t('mandates.ask.asked'))
    onDone()
  })
  const currency = offer?.currency ?? 'EUR'
  const mandate = useQuery(mandateOf(subject.customerId, currency)).data
  const [beyond] = mandate && day !== null ? promiseBeyond(mandate, day, today) : []
  const [note, setNote] = useState('')
  const isReady = offer !== undefined && minor !== null && minor > 0 && day !== null
  return (
    <FormDialog
      title={t('desk.promise.title', { name: subject.name })}
      text={t('desk.promise.effect')}
      does={
        mandate && beyond
          ? t('mandates.ask.do', { who: deciderText(t, mandate) })
          : t('desk.promise.do')
      }
      onClose={onClose}
      isBusy={isBusy || asking.isBusy}
      problem={beyond ? asking.problem : problem}
      whyNot={isReady ? undefined : t('ui.required')}
      onSubmit={() => {
        if (!offer || minor === null || day === null) return
        const promise = {
          openItemId: offer.openItemId,
          amount: { minor, currency: offer.currency },
          promisedFor: day,
          saidBy: saidBy ?? brief?.contact?.name ?? '',
          channel,
        }
        const params = { customerId: subject.customerId }
        if (beyond) asking.send({ params, body: { promise, note } })
        else send({ params, body: promise })
      }}
    >
      {mandate?.promisesFreely === false && (
        <MandateLeft customerId={subject.customerId} currency={currency} />
      )}
      <AlreadyPromised customerId={subject.customerId} offer={offer} items={items} />
      <Select
        label={t('desk.promise.what')}
        value={offer?.key ?? ''}
        options={offers.map(({ key: value, name }) => ({ value, name }))}
        onChange={(chosen) => {
          setKey(chosen)
          setTyped(undefined)
        }}
      />
      <MoneyField
        label={t('desk.promise.amount')}
        currency={currency}
        minor={minor}
        onChange={setTyped}
      />
      <DateField
        label={t('desk.promise.day')}
        day={day}
        onChange={setDay}
        from={addDays(today, 0)}
        hasShortcuts
      />
      {beyond && (
        <div className="flex flex-col gap-3 rounded-8 bg-soon-soft p-3" aria-live="polite">
          <p className="text-13">
            {t('mandates.ask.beyond', { what: beyondText(t, beyond, locale) })}
          </p>
          <TextArea label={t('mandates.ask.note')} isOptional value={note} onChange={setNote} />
        </div>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('desk.promise.saidBy')}
          isOptional
          value={saidBy ?? brief?.contact?.name ?? ''}
          onChange={setSaidBy}
        />
        <Select
          label={t('desk.promise.channel')}
          value={channel}
          options={CHANNELS.map((value) => ({ value, name: t(`desk.promise.channels.${value}`) }))}
          onChange={setChannel}
        />
      </div>
    </FormDialog>
  )
}
