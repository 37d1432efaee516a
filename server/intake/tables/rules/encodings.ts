/** A guess at the encoding of bytes that are not UTF-8, judged by the words that it would make. */
export const SINGLE_BYTE_ENCODINGS = [
  'windows-1252',
  'iso-8859-15',
  'cp850',
  'macintosh',
  'windows-1250',
  'iso-8859-2',
  'windows-1254',
  'windows-1257',
  'windows-1251',
  'windows-1253',
] as const

const EVERYDAY = new Set(
  'äöüÄÖÜßéèêëàâçîïôûùœÉÈÊÀÇÎŒñáíóúüÑÁÍÓÚ¿¡ªºåøæÅØÆãõÃÕ€–—’‘“”„«»°§'.normalize('NFC'),
)
const LETTER = /\p{L}/u
const LATIN = /\p{Script=Latin}/u

/** How plausible the text around non-ASCII characters is; higher is better, below zero is wrong. */
export function plausibilityOf(words: readonly string[]): number {
  let sum = 0
  let count = 0
  for (const word of words) {
    const characters = Array.from(word)
    characters.forEach((character, at) => {
      if ((character.codePointAt(0) ?? 0) < 0x80) return
      count += 1
      sum += characterScore(character, characters[at - 1] ?? ' ', characters[at + 1] ?? ' ')
    })
  }
  return count === 0 ? 0 : sum / count
}

function characterScore(character: string, before: string, after: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code === 0xfffd || (code >= 0x80 && code < 0xa0)) return -3
  const inWord = LETTER.test(before) || LETTER.test(after)
  if (!LETTER.test(character)) {
    if (EVERYDAY.has(character)) return inWord && character !== '’' ? 0.5 : 1
    return inWord ? -2 : -0.5
  }
  if (isMisplacedCapital(character, before)) return -1.5
  if (!inWord) return -0.5
  if (EVERYDAY.has(character)) return 2
  const sameScript = [before, after].every(
    (near) => !LETTER.test(near) || isSameScript(near, character),
  )
  return sameScript ? 0.6 : -1
}

/** A capital after a small letter: 'MÅller' is cp850 or Macintosh read as something else. */
function isMisplacedCapital(character: string, before: string): boolean {
  const isCapital = character !== character.toLowerCase()
  return isCapital && LETTER.test(before) && before !== before.toUpperCase()
}

function isSameScript(a: string, b: string): boolean {
  return LATIN.test(a) === LATIN.test(b)
}

/** UTF-8 read as Windows-1252 and saved again: 'MÃ¼ller'. */
export function isTwiceEncoded(text: string): boolean {
  return /[ÂÃ][\u0080-\u00BF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[™œ\u009d“”˜¦]/.test(text)
}
