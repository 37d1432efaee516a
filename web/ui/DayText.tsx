import type { Day } from '#kernel/day.ts'

import { type T, useT } from '../language/texts.ts'
import { distanceWords, dueWords, longDay, shortDay } from './format/day.ts'
import { useReader } from './reader.ts'

/** '3 Oct', with the whole day on hover. */
export function DayText({ day }: { readonly day: Day }) {
  const { locale, today } = useReader()
  return (
    <time dateTime={day} title={longDay(day, locale)} className="figures whitespace-nowrap">
      {shortDay(day, today, locale)}
    </time>
  )
}

/** '9 days late', 'due tomorrow'. Plain words: late by itself is no alarm. */
export function DueText({ day }: { readonly day: Day }) {
  const t = useT()
  const { locale, today } = useReader()
  return (
    <time dateTime={day} title={longDay(day, locale)} className="figures whitespace-nowrap">
      {dueText(t, day, today)}
    </time>
  )
}

/** 'yesterday', 'in 3 days', and a date once that is easier to read. */
export function NearDay({ day }: { readonly day: Day }) {
  const t = useT()
  const { locale, today } = useReader()
  return (
    <time dateTime={day} title={longDay(day, locale)} className="figures whitespace-nowrap">
      {nearDayText(t, day, today, locale)}
    </time>
  )
}

export function dueText(t: T, due: Day, today: Day): string {
  const words = dueWords(due, today)
  return 'days' in words
    ? t(`ui.due.${words.key}`, { count: words.days })
    : t(`ui.due.${words.key}`)
}

const WORDS_REACH_DAYS = 6

export function nearDayText(t: T, day: Day, today: Day, locale: string): string {
  const words = distanceWords(day, today)
  if (!('days' in words)) return t(`ui.distance.${words.key}`)
  return words.days > WORDS_REACH_DAYS
    ? shortDay(day, today, locale)
    : t(`ui.distance.${words.key}`, { count: words.days })
}
