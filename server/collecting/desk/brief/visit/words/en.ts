import type { OpeningWords, Said } from './types.ts'

export const en: OpeningWords = {
  sentence: (said) =>
    said.isFirst
      ? `I would like to talk about ${matterOf(said)}.`
      : `There ${said.count === 1 ? 'is' : 'are'} also ${matterOf(said)}.`,
  numbers: 'two three four five six seven eight nine ten eleven twelve'.split(' '),
  dayNumber: String,
  inMonth: (days, month, year) => [days, month, year].filter(Boolean).join(' '),
}

function matterOf({ kind, count, number, days, range, ...rest }: Said): string {
  const noun = kind === 'invoice' ? 'invoice' : 'debit note'
  const what = count === 1 ? `the ${noun}` : `the ${number} ${noun}s`
  const dated = range ? `dated from ${range.first} to ${range.last}` : `dated ${days}`
  return `${what} ${dated}${openOf({ count, range, ...rest })}`
}

type Open = Pick<Said, 'count' | 'amounts' | 'range' | 'isPartial' | 'booksOf'>

function openOf({ count, amounts, range, isPartial, booksOf }: Open): string {
  if (booksOf !== null) {
    return `, which ${count === 1 ? 'was' : 'were'} not yet paid in our books of ${booksOf}`
  }
  const isOne = count === 1
  if (isPartial) {
    const open = range ? `${amounts} in all` : amounts
    return `, of which ${open} ${isOne || range ? 'is' : 'are'} not yet paid`
  }
  return `, ${amounts}${range ? ' in all' : ''}, which ${isOne ? 'is' : 'are'} not yet paid`
}
