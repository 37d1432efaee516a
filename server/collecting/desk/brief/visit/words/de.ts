import type { OpeningWords, Said } from './types.ts'

export const de: OpeningWords = {
  sentence: (said) =>
    said.isFirst ? `Es geht mir um ${matterOf(said)}.` : `Außerdem geht es um ${matterOf(said)}.`,
  numbers: 'beiden drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
  dayNumber: (day) => `${day}.`,
  inMonth: (days, month, year) => [days, month, year].filter(Boolean).join(' '),
}

function matterOf(said: Said): string {
  const { kind, count, number, days, range } = said
  const [one, many] =
    kind === 'invoice' ? ['Rechnung', 'Rechnungen'] : ['Belastungsanzeige', 'Belastungsanzeigen']
  const what = count === 1 ? `die ${one}` : `die ${number} ${many}`
  const dated = range ? `vom ${range.first} bis zum ${range.last}` : `vom ${days}`
  return `${what} ${dated}${openOf(said)}`
}

function openOf({ count, amounts, range, isPartial, booksOf }: Said): string {
  const isOne = count === 1
  if (booksOf !== null) {
    return `, die nach unserem Stand vom ${booksOf} noch nicht bezahlt ${isOne ? 'war' : 'waren'}`
  }
  const sum = range ? `zusammen ${amounts}` : amounts
  if (isPartial) return `, von ${isOne ? 'der' : 'denen'} noch ${sum} offen sind`
  return ` über ${sum}, die noch nicht bezahlt ${isOne ? 'ist' : 'sind'}`
}
