import { isDay } from '../kernel/day.ts'
import { formatsOf } from '../talking/index.ts'
import type { ToldRow } from './store/notifications.ts'
import { filled, noticeWords } from './words/words.ts'

export type ToldText = { readonly title: string; readonly text: string }

const EXCERPT = 280

/** A notification in words: what happened with whom, and the amount, day or words that matter. */
export function textOf(
  row: Pick<ToldRow, 'event' | 'customerName' | 'actorName' | 'data' | 'comment'>,
  language: string,
  decrypt: (sealed: string) => string,
): ToldText {
  const words = noticeWords(language)
  const values = { customer: row.customerName ?? '', who: row.actorName ?? '' }
  const title = Object.entries(words.titles).find(([name]) => name === row.event)?.[1]
  if (row.comment !== null) {
    const comment = decrypt(row.comment)
    const text = comment.length > EXCERPT ? `${comment.slice(0, EXCERPT)} …` : comment
    return { title: filled(title ?? '{customer}', values), text }
  }
  return { title: filled(title ?? '{customer}', values), text: detailsOf(row, language) }
}

function detailsOf(
  { data, actorName, event }: Pick<ToldRow, 'data' | 'actorName' | 'event'>,
  language: string,
): string {
  const words = noticeWords(language)
  const formats = formatsOf(language)
  const minor = data['minor'] ?? data['amountMinor']
  const { currency } = data
  const day = ['promisedFor', 'until', 'returnsOn', 'endsOn'].map((name) => data[name]).find(isText)
  const isNamed = words.titles['ball.taken'] !== '' && /ball.taken|approval.asked/.test(event)
  return [
    typeof minor === 'number' && typeof currency === 'string'
      ? formats.money({ minor: Math.abs(minor), currency })
      : '',
    day !== undefined && isDay(day) ? filled(words.until, { day: formats.day(day) }) : '',
    actorName !== null && !isNamed ? filled(words.by, { who: actorName }) : '',
  ]
    .filter(Boolean)
    .join(' · ')
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}
