import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { useT } from '../../language/texts.ts'
import { Figure as AskedFigure, type ArithmeticLine } from '../../ui/Figure.tsx'
import { roundMoneyText } from '../../ui/format/money.ts'
import { useReader } from '../../ui/reader.ts'
import { CountBack } from './CountBack.tsx'
import { InputName } from './InputName.tsx'
import type { Figure, FigureName, Figures, InsightSearch } from './insight.ts'
import { SIGNS } from './signs.ts'
import { useValueText } from './value-text.ts'

type FigureStripProps = {
  readonly search: InsightSearch
  readonly figures: readonly Figure[]
  readonly currency: string
  readonly period: Pick<Figures, 'days' | 'from' | 'asOf'>
}

const SHOWN: readonly FigureName[] = [
  'owed',
  'overdue',
  'dso',
  'bpdso',
  'add',
  'cei',
  'weighted_delay',
]

/** The figures that are asked for first, each of which says how it is worked out. */
export function FigureStrip({ search, figures, currency, period }: FigureStripProps) {
  const shown = SHOWN.flatMap((name) => figures.find((figure) => figure.name === name) ?? [])
  const countBack = figures.find(({ name }) => name === 'dso_count_back')
  return (
    <div className="grid grid-cols-2 gap-px overflow-hidden rounded-8 bg-line shadow-raised sm:grid-cols-4 2xl:grid-cols-8">
      {[...shown, ...(countBack ? [countBack] : [])].map((figure) => (
        <div key={figure.name} className="bg-surface px-4 py-3">
          <FigureCell search={search} figure={figure} currency={currency} days={period.days} />
        </div>
      ))}
    </div>
  )
}

type FigureCellProps = {
  readonly search: InsightSearch
  readonly figure: Figure
  readonly currency: string
  readonly days: number
}

/** A figure that opens to its arithmetic, each term of which leads to its rows. */
export function FigureCell({ search, figure, currency, days }: FigureCellProps) {
  const t = useT()
  const { locale } = useReader()
  const valueText = useValueText(currency)
  const { name, unit, value } = figure
  const label = t(`insight.names.${name}`)
  const lines = figure.inputs.map((input): ArithmeticLine => ({
    label: <InputName input={input} search={search} currency={currency} />,
    value: valueText(input.unit, input.value),
    sign: SIGNS[name][input.name],
  }))
  const head: ReactNode =
    value === null
      ? '–'
      : unit === 'money'
        ? roundMoneyText({ minor: value, currency }, locale)
        : valueText(unit, value)
  const owing = search.asOf === undefined && (name === 'owed' || name === 'overdue') ? name : null
  return (
    <AskedFigure
      label={label}
      className="w-full"
      arithmetic={
        name === 'dso_count_back'
          ? () => <CountBack search={search} figure={figure} currency={currency} />
          : {
              lines,
              result: value === null ? '–' : valueText(unit, value),
              source: (
                <>
                  {t(`insight.formulas.${name}`)}{' '}
                  {figure.inputs.some((input) => input.name === 'days' || input.name === 'sales') &&
                    t('insight.period', { count: days })}
                  {value === null && t('insight.cannotSay')}
                  {owing !== null && (
                    <Link
                      to="/customers"
                      search={{
                        owing,
                        currency,
                        ...(search.entity === undefined ? {} : { entity: search.entity }),
                      }}
                      className="mt-2 block w-fit font-medium text-brand underline-offset-2 hover:underline"
                    >
                      {t('insight.showCustomers')}
                    </Link>
                  )}
                </>
              ),
            }
      }
    >
      <span className="block text-12 text-soft">{label}</span>
      <span className="figures mt-0.5 block truncate text-16 font-strong 2xl:text-20">{head}</span>
    </AskedFigure>
  )
}
