import { type T, useT } from '../../language/texts.ts'
import { moneyText } from '../../ui/format/money.ts'
import { numberText, percentText } from '../../ui/format/number.ts'
import { useReader } from '../../ui/reader.ts'
import type { Figure } from './insight.ts'

type Unit = Figure['unit']

/** A value in its unit, as a person reads it. */
export function useValueText(currency: string): (unit: Unit, value: number) => string {
  const t = useT()
  const { locale } = useReader()
  return (unit, value) => valueText(t, { unit, value, currency }, locale)
}

type Value = { readonly unit: Unit; readonly value: number; readonly currency: string }

function valueText(t: T, { unit, value, currency }: Value, locale: string): string {
  switch (unit) {
    case 'money':
      return moneyText({ minor: value, currency }, locale)
    case 'money_days':
      return t('insight.units.moneyDays', { amount: moneyText({ minor: value, currency }, locale) })
    case 'percent':
      return percentText(value / 100, locale, 1)
    case 'days':
      return t('insight.units.days', { days: daysText(value, locale) })
  }
}

/** '45' and '12.4': a tenth of a day is the finest that means anything. */
export function daysText(days: number, locale: string): string {
  return numberText(days, locale, Number.isInteger(days) ? 0 : 1)
}
