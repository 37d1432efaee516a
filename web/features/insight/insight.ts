import {
  readExpected,
  readFigures,
  readSellers,
  readTopDebtors,
  readTrend,
} from '#contract/insight'
import { readAgeing } from '#contract/ledger/ageing'
import { type Day, isDay } from '#kernel/day.ts'

import type { ReplyOf } from '../../api/call.ts'
import { asking } from '../../api/query.ts'

/** What the page is about: whose money, in which currency, as of which day. */
export type InsightSearch = {
  readonly entity?: string
  readonly currency?: string
  readonly asOf?: Day
}

export type Figures = ReplyOf<typeof readFigures>
export type Figure = Figures['currencies'][number]['figures'][number]
export type FigureName = Figure['name']
export type FigureInput = Figure['inputs'][number]
export type Ageing = ReplyOf<typeof readAgeing>
export type Trend = ReplyOf<typeof readTrend>
export type TrendPoint = Trend['currencies'][number]['points'][number]
export type Expected = ReplyOf<typeof readExpected>['currencies'][number]
export type Sellers = ReplyOf<typeof readSellers>['currencies'][number]
export type TopDebtors = ReplyOf<typeof readTopDebtors>['currencies'][number]

export function insightSearch(search: Readonly<Record<string, unknown>>): InsightSearch {
  const { entity, currency, asOf } = search
  return {
    ...(typeof entity === 'string' ? { entity } : {}),
    ...(typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { currency } : {}),
    ...(typeof asOf === 'string' && isDay(asOf) ? { asOf } : {}),
  }
}

/** Every currency is asked for, so that another one is there at once. */
function scopeOf({ entity, asOf }: InsightSearch) {
  return {
    ...(entity === undefined ? {} : { entity }),
    ...(asOf === undefined ? {} : { asOf }),
  }
}

export function figuresOf(search: InsightSearch) {
  return asking(readFigures, { query: scopeOf(search) })
}

export function ageingOf(search: InsightSearch) {
  return asking(readAgeing, { query: scopeOf(search) })
}

export function trendOf(search: InsightSearch) {
  return asking(readTrend, { query: scopeOf(search) })
}

export function expectedOf({ entity }: InsightSearch) {
  return asking(readExpected, { query: entity === undefined ? {} : { entity } })
}

export function topDebtorsOf({ entity }: InsightSearch) {
  return asking(readTopDebtors, { query: entity === undefined ? {} : { entity } })
}

export function sellersOf(search: InsightSearch) {
  return asking(readSellers, { query: scopeOf(search) })
}

/** The first of the wished currencies that there is, or any that there is. */
export function currencyShown(
  known: readonly string[],
  wishes: readonly (string | undefined)[],
): string | null {
  return wishes.find((wish) => wish !== undefined && known.includes(wish)) ?? known[0] ?? null
}

export function ofCurrency<Part extends { readonly currency: string }>(
  parts: readonly Part[] | undefined,
  currency: string,
): Part | undefined {
  return parts?.find((part) => part.currency === currency)
}
