import type { Day } from '../../../../../kernel/day.ts'
import { formatsOf } from '../../../../../talking/index.ts'
import { isNamed, type OpeningGroup } from '../rules/opening.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import type { OpeningWords } from './types.ts'

const WORDS: Readonly<Record<string, OpeningWords>> = { en, de, fr, es }

type Saying = {
  readonly language: string
  readonly today: Day
  /** The day of the books where they are too old for amounts to be named. */
  readonly booksOf: Day | null
}

/** The opening in the customer's language, a sentence for each group; English where we have none. */
export function sayOpening(groups: readonly OpeningGroup[], saying: Saying): string[] {
  const language = saying.language in WORDS ? saying.language : 'en'
  const words = WORDS[language] ?? en
  const formats = formatsOf(language)
  const daysSaid = (days: readonly Day[]) => daysText(days, { ...saying, language })
  return groups.map((group, index) => {
    const { kind, count, currency, days, amounts, sumMinor, isPartial } = group
    const first = days[0] ?? saying.today
    const last = days.at(-1) ?? first
    const money = (minor: number) => formats.money({ minor, currency })
    const areNamed = isNamed(group)
    return words.sentence({
      kind,
      count,
      number: words.numbers[count - 2] ?? String(count),
      days: daysSaid(days),
      isOneDay: days.length === 1,
      range:
        areNamed || first === last ? null : { first: daysSaid([first]), last: daysSaid([last]) },
      amounts: areNamed ? formats.list(amounts.map(money)) : money(sumMinor),
      isPartial,
      booksOf: saying.booksOf === null ? null : formats.day(saying.booksOf),
      isFirst: index === 0,
    })
  })
}

/** '3 and 17 October', '3 October 2025 and 5 January': the year where it is another one than today's. */
function daysText(
  days: readonly Day[],
  { language, today }: { readonly language: string; readonly today: Day },
): string {
  const words = WORDS[language] ?? en
  const formats = formatsOf(language)
  const months = Map.groupBy(days, (day) => day.slice(0, 7))
  const parts = [...months.values()].map((inMonth) => {
    const [first] = inMonth
    if (!first) return ''
    const year = first.slice(0, 4)
    const numbers = formats.list(inMonth.map((day) => words.dayNumber(Number(day.slice(8)))))
    return words.inMonth(
      numbers,
      formats.day(first, 'month'),
      year === today.slice(0, 4) ? null : year,
    )
  })
  return formats.list(parts)
}
