import { exponentOf } from '../../kernel/money.ts'

export type KnownRate = { readonly base: string; readonly quote: string; readonly rate: number }

/**
 * What one euro roughly buys, 2026: puts currencies without a rate on file into a sensible order.
 * Good for sorting only; no amount is ever shown in it.
 */
const ROUGHLY_FOR_ONE_EURO: Readonly<Record<string, number>> = {
  AED: 4.2,
  AUD: 1.75,
  BGN: 1.96,
  BHD: 0.43,
  BRL: 6.3,
  CAD: 1.6,
  CHF: 0.94,
  CLP: 1080,
  CNY: 8.2,
  COP: 4700,
  CZK: 24.7,
  DKK: 7.46,
  EGP: 55,
  EUR: 1,
  GBP: 0.86,
  HKD: 9,
  HUF: 395,
  IDR: 19000,
  ILS: 4,
  INR: 100,
  ISK: 142,
  JOD: 0.82,
  JPY: 172,
  KRW: 1620,
  KWD: 0.36,
  MAD: 10.6,
  MXN: 21.7,
  MYR: 4.9,
  NOK: 11.7,
  NZD: 1.95,
  OMR: 0.45,
  PHP: 66,
  PLN: 4.27,
  QAR: 4.25,
  RON: 5.06,
  RSD: 117,
  SAR: 4.4,
  SEK: 11.1,
  SGD: 1.5,
  THB: 38,
  TND: 3.4,
  TRY: 48,
  TWD: 35,
  UAH: 48,
  USD: 1.16,
  VND: 30500,
  ZAR: 20.5,
}

export type Weights = {
  readonly currencies: readonly string[]
  readonly factors: readonly number[]
}

/** What a minor unit of each currency weighs in minor units of the reporting currency. */
export function weightsOf(
  reporting: string,
  currencies: readonly string[],
  rates: readonly KnownRate[],
): Weights {
  return {
    currencies,
    factors: currencies.map((currency) => {
      const scale = 10 ** (exponentOf(reporting) - exponentOf(currency))
      return scale * rateBetween(currency, reporting, rates)
    }),
  }
}

function rateBetween(from: string, to: string, rates: readonly KnownRate[]): number {
  if (from === to) return 1
  const direct = rates.find(({ base, quote }) => base === from && quote === to)
  if (direct) return direct.rate
  const inverse = rates.find(({ base, quote }) => base === to && quote === from)
  if (inverse) return 1 / inverse.rate
  const [euroFrom, euroTo] = [ROUGHLY_FOR_ONE_EURO[from], ROUGHLY_FOR_ONE_EURO[to]]
  return euroFrom && euroTo ? euroTo / euroFrom : 1
}
