type Tree = { readonly [key: string]: string | Tree }

type PluralForm = 'zero' | 'one' | 'other'

/** Every address of a text: 'ui.due.late' for 'late_one' and 'late_other' together. */
export type KeyOf<Texts extends Tree, Before extends string = ''> = {
  [Key in keyof Texts & string]: Texts[Key] extends Tree
    ? KeyOf<Texts[Key], `${Before}${Key}.`>
    : `${Before}${Key extends `${infer Stem}_${PluralForm}` ? Stem : Key}`
}[keyof Texts & string]

type TextAt<Texts, Key extends string> = Key extends `${infer First}.${infer Rest}`
  ? First extends keyof Texts
    ? TextAt<Texts[First], Rest>
    : never
  : Key extends keyof Texts
    ? Texts[Key]
    : `${Key}_other` extends keyof Texts
      ? Texts[`${Key}_other`]
      : never

/** The names between braces: 'owes {amount} since {day}' has 'amount' and 'day'. */
type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never

type IsPlural<Texts, Key extends string> = Key extends `${infer First}.${infer Rest}`
  ? First extends keyof Texts
    ? IsPlural<Texts[First], Rest>
    : false
  : Key extends keyof Texts
    ? false
    : true

type Named<Texts, Key extends string> =
  | NamesIn<TextAt<Texts, Key>>
  | (IsPlural<Texts, Key> extends true ? 'count' : never)

/** The values that a text needs, and nothing when it needs none. */
export type ValuesOf<Texts, Key extends string> = [Named<Texts, Key>] extends [never]
  ? []
  : [
      values: {
        readonly [Name in Named<Texts, Key>]: Name extends 'count' ? number : string | number
      },
    ]
