import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { searchEverything } from '#contract/ledger/customers'

import { asking } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { type Choice, Combobox } from '../../../ui/fields/Combobox.tsx'
import { longDay, weekDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { type Content, type Example, exampleOf } from './playbooks.ts'
import { CHANNEL_ICON } from './StepCard.tsx'

/** What an invoice of a real customer would get, and when, on the days of their country. */
export function LiveExample({ content }: { readonly content: Content }) {
  const t = useT()
  const [customer, setCustomer] = useState<Choice | null>(null)
  const [typed, setTyped] = useState('')
  const { data, error } = useQuery(exampleOf(content, customer?.value ?? null))
  const found = useQuery({
    ...asking(searchEverything, { query: { text: typed, limit: 8 } }),
    enabled: typed.trim() !== '',
  })
  return (
    <Card title={t('playbooks.example.title')}>
      <div className="flex flex-col gap-4">
        <Combobox
          label={t('playbooks.example.customer')}
          hint={t('playbooks.example.hint')}
          choice={
            customer ??
            (data?.customer ? { value: data.customer.id, name: data.customer.name } : null)
          }
          choices={(found.data?.customers ?? []).map(({ id, name, number }) => ({
            value: id,
            name,
            detail: number,
          }))}
          isSearching={found.isFetching}
          onType={setTyped}
          onChange={setCustomer}
        />
        {error && <p className="text-13 text-soft">{sentenceOf(error)}</p>}
        {data ? <Days example={data} /> : !error && <SkeletonRows count={4} />}
      </div>
    </Card>
  )
}

function Days({ example }: { readonly example: Example }) {
  const t = useT()
  const { locale } = useReader()
  const { dueOn, steps, decisionOn } = example
  return (
    <ol className="text-13">
      <li className="border-b border-line pb-2 text-soft">
        {t('playbooks.example.due', { day: longDay(dueOn, locale) })}
      </li>
      {steps.map(({ stepKey, name, channel, on, localTime, movedFrom }) => {
        const Icon = CHANNEL_ICON[channel]
        return (
          <li
            key={stepKey}
            className="flex items-baseline gap-3 border-b border-line py-1.5 last:border-b-0"
          >
            <span className="figures w-32 shrink-0 text-soft">
              {weekDay(on, locale)}, {localTime}
            </span>
            <span className="min-w-0 flex-1">
              <span className="flex items-center gap-1.5 font-medium">
                <Icon size={14} aria-label={t(`run.channel.${channel}`)} className="text-faint" />
                {name}
              </span>
              {movedFrom !== null && (
                <span className="block text-12 text-faint">
                  {t('playbooks.example.moved', { day: weekDay(movedFrom, locale) })}
                </span>
              )}
            </span>
          </li>
        )
      })}
      {decisionOn !== null && (
        <li className="flex items-baseline gap-3 py-1.5">
          <span className="figures w-32 shrink-0 text-soft">{weekDay(decisionOn, locale)}</span>
          <span className="font-medium">{t('playbooks.example.decision')}</span>
        </li>
      )}
    </ol>
  )
}
