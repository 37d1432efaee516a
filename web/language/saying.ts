export type Flat = ReadonlyMap<string, string>
export type Values = Readonly<Record<string, string | number>> | undefined

type Tree = { readonly [key: string]: string | Tree }

/** All texts by their addresses: 'ui.due.late_other'. */
export function flattened(texts: Tree, before = ''): Flat {
  return new Map(
    Object.entries(texts).flatMap(([key, value]): [string, string][] =>
      typeof value === 'string'
        ? [[before + key, value]]
        : [...flattened(value, `${before}${key}.`)],
    ),
  )
}

const plurals = new Map<string, Intl.PluralRules>()
const numbers = new Map<string, Intl.NumberFormat>()

/** A text with its values in place; numbers are written as the language writes them. */
export function said(texts: Flat, language: string, key: string, values: Values): string {
  const text = texts.get(key) ?? formOf(texts, language, key, values)
  if (text === undefined) return key
  if (!values) return text
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? numbersOf(language).format(value) : value
  })
}

/** 'late_zero' where there is one, 'late_one' or 'late_other'. French and Spanish word whole millions like any other number. */
function formOf(texts: Flat, language: string, key: string, values: Values): string | undefined {
  const count = values?.['count']
  if (typeof count !== 'number') return undefined
  const none = count === 0 ? texts.get(`${key}_zero`) : undefined
  return (
    none ?? texts.get(`${key}_${pluralsOf(language).select(count)}`) ?? texts.get(`${key}_other`)
  )
}

function pluralsOf(language: string): Intl.PluralRules {
  const known = plurals.get(language) ?? new Intl.PluralRules(language)
  plurals.set(language, known)
  return known
}

function numbersOf(language: string): Intl.NumberFormat {
  const known = numbers.get(language) ?? new Intl.NumberFormat(language, { useGrouping: 'always' })
  numbers.set(language, known)
  return known
}
