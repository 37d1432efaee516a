import type { Day } from '../../kernel/day.ts'
import type { Money } from '../../kernel/money.ts'
import { type DayStyle, type Formats } from '../wording/index.ts'

/** A value as texts hold it: formatted only when it is written, in the text's language. */
export type Value =
  | string
  | number
  | null
  | { readonly kind: 'money'; readonly money: Money }
  | { readonly kind: 'day'; readonly on: Day }
  | { readonly kind: 'block'; readonly name: string }

/** A value was named that is not there: the message must not go. */
export class MissingValue extends Error {
  override readonly name = 'MissingValue'
}

export const moneyValue = (minor: number, currency: string): Value => ({
  kind: 'money',
  money: { minor, currency },
})
export const dayValue = (on: Day): Value => ({ kind: 'day', on })
export const blockValue = (name: string): Value => ({ kind: 'block', name })

// Private-use characters, taken out of every value, mark where a block goes.
const OPEN = '\uE000'
const CLOSE = '\uE001'
export const BLOCK_MARK = /\uE000([a-z_]+)\uE001/

/** What a value becomes in the text; nothing at all is a MissingValue. */
export function written(value: unknown, formats: Formats, style?: DayStyle): string {
  if (value === null || value === undefined || value === '') throw new MissingValue()
  if (typeof value === 'number') return formats.number(value)
  if (typeof value === 'string') return cleanText(value)
  if (!isKnown(value)) throw new MissingValue()
  if (value.kind === 'money') return formats.money(value.money)
  if (value.kind === 'day') return formats.day(value.on, style)
  return `${OPEN}${value.name}${CLOSE}`
}

type Known = Exclude<Value, string | number | null>

function isKnown(value: unknown): value is Known {
  return typeof value === 'object' && value !== null && 'kind' in value
}

// Control characters but tab and line feed; marks that turn the reading direction of what follows
// (U+202A–202E, U+2066–2069), with which a name can disguise a figure; private-use characters.
// eslint-disable-next-line no-control-regex -- these are the characters that are taken out
const UNWANTED = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uE000-\uF8FF]/g

/**
 * What there is nothing to clean in and nothing to compose: ASCII, the letters of Latin scripts, and the
 * signs of figures and sentences. Most of what is written, a hundred times a message.
 */
const CLEAN = /^[\n\t -~\u00A0-\u017F\u2010-\u2027\u202F\u20AC\u2212]*$/

/** Text of somebody else, without what could disguise it or break out of its place. */
export function cleanText(text: string): string {
  if (CLEAN.test(text)) return text
  return text.replaceAll('\r\n', '\n').replace(UNWANTED, '').normalize('NFC')
}

/** The same on one line, for a subject or a name in a header. */
export function cleanLine(text: string): string {
  return cleanText(text.replace(/[\r\n\t\u2028\u2029]+/g, ' '))
    .replaceAll(/ {2,}/g, ' ')
    .trim()
}
