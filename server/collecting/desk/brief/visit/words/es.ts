import type { OpeningWords, Said } from './types.ts'

export const es: OpeningWords = {
  sentence: (said) => {
    const isOne = said.count === 1
    return said.isFirst
      ? `Quisiera hablar con usted de ${isOne ? 'la' : 'las'} ${matterOf(said)}.`
      : `También ${isOne ? 'está la' : 'están las'} ${matterOf(said)}.`
  },
  numbers: 'dos tres cuatro cinco seis siete ocho nueve diez once doce'.split(' '),
  dayNumber: String,
  inMonth: (days, month, year) => [days, month, year].filter(Boolean).join(' de '),
}

function matterOf(said: Said): string {
  const { kind, count, number, days, isOneDay, range } = said
  const [one, many] =
    kind === 'invoice' ? ['factura', 'facturas'] : ['nota de cargo', 'notas de cargo']
  const what = count === 1 ? one : `${number} ${many}`
  const dated = range
    ? `con fechas del ${range.first} al ${range.last}`
    : `${isOneDay ? 'con fecha' : 'con fechas'} ${days}`
  return `${what} ${dated}${openOf(said)}`
}

function openOf({ count, amounts, range, isPartial, booksOf }: Said): string {
  const isOne = count === 1
  if (booksOf !== null) {
    const unpaid = isOne ? 'no estaba pagada' : 'no estaban pagadas'
    return `, que aún ${unpaid} según nuestros libros al ${booksOf}`
  }
  const sum = range ? `${amounts} en total` : amounts
  if (isPartial) return `, de ${isOne ? 'la' : 'las'} que quedan por pagar ${sum}`
  return `, ${sum}, que aún ${isOne ? 'no está pagada' : 'no están pagadas'}`
}
