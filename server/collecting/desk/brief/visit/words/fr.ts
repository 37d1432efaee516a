import type { OpeningWords, Said } from './types.ts'

export const fr: OpeningWords = {
  sentence: (said) =>
    said.isFirst
      ? `Je souhaite vous parler ${said.count === 1 ? 'de la' : 'des'} ${matterOf(said)}.`
      : `Il y a aussi ${said.count === 1 ? 'la' : 'les'} ${matterOf(said)}.`,
  numbers: 'deux trois quatre cinq six sept huit neuf dix onze douze'.split(' '),
  // The first of a month is the only one that is counted as such.
  dayNumber: (day) => (day === 1 ? '1er' : String(day)),
  inMonth: (days, month, year) => [days, month, year].filter(Boolean).join(' '),
}

function matterOf(said: Said): string {
  const { kind, count, number, days, isOneDay, range } = said
  const [one, many] =
    kind === 'invoice' ? ['facture', 'factures'] : ['note de débit', 'notes de débit']
  const what = count === 1 ? one : `${number} ${many}`
  const dated = range ? `du ${range.first} au ${range.last}` : `${isOneDay ? 'du' : 'des'} ${days}`
  return `${what} ${dated}${openOf(said)}`
}

function openOf({ count, amounts, range, isPartial, booksOf }: Said): string {
  const isOne = count === 1
  if (booksOf !== null) {
    const unpaid = isOne ? 'n’était pas encore réglée' : 'n’étaient pas encore réglées'
    return `, qui ${unpaid} dans nos comptes au ${booksOf}`
  }
  const sum = range ? `${amounts} au total` : amounts
  if (isPartial) return `, dont ${sum} restent à régler`
  return `, ${sum}, qui ${isOne ? 'n’est pas encore réglée' : 'ne sont pas encore réglées'}`
}
