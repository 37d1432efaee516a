import { fold } from './texts.ts'

/** Full names; any beginning of three letters or more that fits one month only names it too. */
const NAMES: readonly (readonly string[])[] = [
  ['january', 'januar', 'jaenner', 'janner', 'janvier', 'enero', 'ene'],
  ['february', 'februar', 'feber', 'fevrier', 'febrero'],
  ['march', 'marz', 'maerz', 'mrz', 'mars', 'marzo'],
  ['april', 'avril', 'avr', 'abril', 'abr'],
  ['may', 'mai', 'mayo'],
  ['june', 'juni', 'juin', 'junio'],
  ['july', 'juli', 'juillet', 'julio'],
  ['august', 'aout', 'agosto', 'ago'],
  ['september', 'septembre', 'septiembre', 'setiembre', 'sept'],
  ['october', 'oktober', 'octobre', 'octubre', 'okt'],
  ['november', 'novembre', 'noviembre'],
  ['december', 'dezember', 'decembre', 'diciembre', 'dez', 'dic'],
]

/** The month, 1 to 12, that a word names in English, German, French or Spanish. */
export function monthOf(word: string): number | null {
  const folded = fold(word)
  if (folded.length < 3) return null
  const months = NAMES.flatMap((names, index) =>
    names.some((name) => name.startsWith(folded)) ? [index + 1] : [],
  )
  return months.length === 1 ? (months[0] ?? null) : null
}
