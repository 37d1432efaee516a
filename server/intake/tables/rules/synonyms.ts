import type { Field } from './fields.ts'
import { CUSTOMER_WORDS } from './synonyms/customers.ts'
import { OTHER_PAYMENT_WORDS, OTHER_WORDS } from './synonyms/others.ts'
import { PAYMENT_WORDS } from './synonyms/payments.ts'
import { RECEIVABLE_WORDS } from './synonyms/receivables.ts'
import type { Tongue, Words } from './synonyms/words.ts'
import { wordsOf } from './texts.ts'

export type Synonym = {
  readonly field: Field
  readonly tongue: Tongue
  readonly words: readonly string[]
  readonly joined: string
}

function synonymsOf(words: Partial<Record<Field, Words>>): Synonym[] {
  return Object.entries(words).flatMap(([field, tongues]) =>
    Object.entries(tongues).flatMap(([tongue, phrases]) =>
      phrases.split('|').map((phrase) => {
        const folded = wordsOf(phrase)
        return {
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of the argument
          field: field as Field,
          // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the keys of Words
          tongue: tongue as Tongue,
          words: folded,
          joined: folded.join(''),
        }
      }),
    ),
  )
}

export const LEDGER_SYNONYMS: readonly Synonym[] = [
  ...synonymsOf({ ...CUSTOMER_WORDS, ...RECEIVABLE_WORDS }),
  ...synonymsOf(OTHER_WORDS),
]
export const PAYMENT_SYNONYMS: readonly Synonym[] = [
  ...synonymsOf({ ...CUSTOMER_WORDS, ...PAYMENT_WORDS }),
  ...synonymsOf(OTHER_PAYMENT_WORDS),
]
