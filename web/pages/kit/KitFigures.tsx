import { CreditCard, Mail, Pause, Reply } from 'lucide-react'

import { day } from '#kernel/day.ts'

import { AsOfLine } from '../../ui/AsOfLine.tsx'
import { Card } from '../../ui/Card.tsx'
import { BarStack } from '../../ui/charts/BarStack.tsx'
import { ChartFrame } from '../../ui/charts/ChartFrame.tsx'
import { LineChart } from '../../ui/charts/LineChart.tsx'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { DayText, DueText, NearDay } from '../../ui/DayText.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Money } from '../../ui/Money.tsx'
import { TimelineDay } from '../../ui/timeline/TimelineDay.tsx'
import { TimelineMoney, TimelineNote, TimelineWords } from '../../ui/timeline/TimelineItem.tsx'
import { KitSection } from './KitSection.tsx'

const TONES: readonly Tone[] = ['plain', 'brand', 'soon', 'act', 'came']
const AMOUNTS = [
  { minor: 12_310_00, currency: 'EUR' },
  { minor: -1_234_50, currency: 'USD' },
  { minor: 4_820_000, currency: 'JPY' },
  { minor: 312_345, currency: 'KWD' },
] as const
const MONTHS = ['Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov']
const DSO = [48, 47, 51, 53, 50, 49, 46, 47, 45, 44, 46, 45]
const BPDSO = [30, 31, 30, 32, 31, 30, 30, 31, 30, 29, 30, 30]

export function KitFigures() {
  return (
    <KitSection title="Figures, days, words">
      <AsOfLine text="Ledger synced 09:12 · payments to 20 Nov" isStale={false} />
      <AsOfLine text="Ledger synced 14 Nov 18:02 · payments to 12 Nov" isStale />
      <div className="flex flex-wrap gap-2">
        {TONES.map((tone) => (
          <Chip key={tone} tone={tone}>
            {tone} word
          </Chip>
        ))}
        <span className="text-13">
          <DueText day={day('2026-11-11')} /> · <DueText day={day('2026-11-20')} /> ·{' '}
          <DueText day={day('2026-11-21')} /> · <NearDay day={day('2026-11-19')} /> ·{' '}
          <DayText day={day('2026-10-03')} /> · <DayText day={day('2025-10-03')} />
        </span>
      </div>
      <div className="grid gap-4 lg:grid-cols-2">
        <Card title="Amounts stand under one another">
          <div className="flex flex-col items-end gap-1 text-14">
            {AMOUNTS.map((amount) => (
              <Money key={amount.currency} amount={amount} isAligned />
            ))}
          </div>
        </Card>
        <Card title="A figure that can be asked why">
          <Figure
            label="overdue"
            arithmetic={{
              lines: [
                {
                  label: '2026-1043, due 3 Nov',
                  value: <Money amount={{ minor: 4_310_00, currency: 'EUR' }} />,
                },
                {
                  sign: '+',
                  label: '2026-1101, due 10 Nov',
                  value: <Money amount={{ minor: 4_150_00, currency: 'EUR' }} />,
                },
              ],
              result: <Money amount={{ minor: 8_460_00, currency: 'EUR' }} />,
              source: 'Ledger synced 09:12 · payments to 20 Nov',
              rows: { count: 2, show: () => {} },
            }}
          >
            <span className="text-28 font-strong">
              <Money amount={{ minor: 8_460_00, currency: 'EUR' }} />
            </span>
          </Figure>
          <div className="mt-4">
            <Facts
              facts={[
                { name: 'Pays', value: '11 days late on average' },
                { name: 'Evidence', value: '4 of 5 complete' },
              ]}
            />
          </div>
        </Card>
        <Charts />
        <Conversation />
      </div>
    </KitSection>
  )
}

function Charts() {
  const parts = [
    ['not due', 812_000],
    ['1–30', 240_100],
    ['31–60', 120_400],
    ['61–90', 60_000],
    ['91–120', 22_000],
    ['over 120', 41_000],
  ] as const
  return (
    <Card>
      <div className="flex flex-col gap-6">
        <BarStack
          parts={parts.map(([name, value]) => ({
            name,
            value,
            text: <Money amount={{ minor: value * 100, currency: 'EUR' }} hasCode={false} />,
          }))}
        />
        <ChartFrame
          title="Days sales outstanding"
          head={['Month', 'DSO', 'Best possible']}
          rows={MONTHS.map((month, index) => [month, DSO[index], BPDSO[index]])}
          chart={
            <LineChart
              label="DSO fell from 48 to 45 days in a year"
              points={MONTHS}
              valueText={(value) => `${value} d`}
              lines={[
                { name: 'DSO', values: DSO },
                { name: 'best', values: BPDSO, isQuiet: true },
              ]}
            />
          }
        />
      </div>
    </Card>
  )
}

function Conversation() {
  return (
    <ol className="flex flex-col gap-3">
      <TimelineDay title="12 November">
        <TimelineWords
          side="ours"
          icon={<Mail />}
          title="Friendly reminder"
          meta="Camille Laurent · 08:30 · delivered"
        >
          2 invoices, 8,460.00 EUR
        </TimelineWords>
        <TimelineWords
          side="theirs"
          icon={<Reply />}
          title="“paiement la semaine prochaine”"
          meta="Anne Petit · 10:02"
        />
        <TimelineMoney
          icon={<CreditCard />}
          title="Money came"
          amount="1,150.00 EUR"
          meta="set against 2026-0998"
        />
        <TimelineNote
          icon={<Pause />}
          title="Reminder held: a reply waits to be read"
          meta="08:30"
        />
      </TimelineDay>
    </ol>
  )
}
