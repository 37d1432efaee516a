export type Colleague = { readonly id: string; readonly name: string }

/** What stands behind the "@" that is being typed at the end of a text; null when none is. */
export function typedMention(before: string): string | null {
  return /(?:^|[\s([])@([^@\n]{0,40})$/.exec(before)?.[1] ?? null
}

/** Colleagues whose name, or a word of it, begins with what is typed. */
export function offeredFor(typed: string, people: readonly Colleague[]): Colleague[] {
  const wanted = typed.toLocaleLowerCase()
  return people.filter(({ name }) => {
    const lower = name.toLocaleLowerCase()
    return lower.startsWith(wanted) || lower.split(/\s+/).some((word) => word.startsWith(wanted))
  })
}

/** Who stands in a text: of two names of which one begins with the other, the longer counts. */
export function mentionedIn(body: string, people: readonly Colleague[]): string[] {
  const longestFirst = people.toSorted((a, b) => b.name.length - a.name.length)
  let rest = body
  return longestFirst
    .filter(({ name }) => {
      const isThere = rest.includes(`@${name}`)
      rest = rest.replaceAll(`@${name}`, ' ')
      return isThere
    })
    .map(({ id }) => id)
}
