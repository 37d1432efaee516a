export type PasswordWeakness = 'short' | 'common' | 'like_you'

const MINIMUM_LENGTH = 10

// What guessers try first among words of ten letters and more, in the languages of the house.
const COMMON = [
  'password',
  'passwort',
  'motdepasse',
  'contrasena',
  'qwerty',
  'azerty',
  'qwertz',
  'letmein',
  'welcome',
  'willkommen',
  'bienvenue',
  'bienvenido',
  'administrator',
  'changeme',
  'iloveyou',
  'goodterms',
  'abcdefghij',
]
const KEYBOARD = /^(0?1234567890?|qwertyuiop|asdfghjkl|zxcvbnm|azertyuiop|(.)\2*|(\w{1,4})\3+)$/

/** Why a password is too easy to guess; null when it will do. */
export function weaknessOf(
  password: string,
  person: { readonly name: string; readonly email: string },
): PasswordWeakness | null {
  if (Array.from(password).length < MINIMUM_LENGTH) return 'short'
  const plain = password.toLowerCase()
  const core = plain.replaceAll(/[^a-z]/g, '')
  if (KEYBOARD.test(plain) || COMMON.some((word) => core === word)) return 'common'
  const [mailbox = ''] = person.email.toLowerCase().split('@')
  const ownWords = [mailbox, ...person.name.toLowerCase().split(/\s+/)]
  const rest = ownWords
    .filter((word) => word.length >= 3)
    .reduce((text, word) => text.replaceAll(word, ''), plain)
  return rest.length < MINIMUM_LENGTH / 2 ? 'like_you' : null
}
