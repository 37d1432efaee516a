/** One element of an invoice, by local names: a prefix is the writer's choice and says nothing. */
export type Tag = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Tag[]
  text: string
}

/** All elements at a path such as 'PaymentMeans/PayeeFinancialAccount/ID', in document order. */
export function all(from: Tag | null, path: string): Tag[] {
  if (from === null) return []
  return path
    .split('/')
    .reduce<Tag[]>(
      (tags, name) => tags.flatMap((tag) => tag.children.filter((child) => child.name === name)),
      [from],
    )
}

/** The first element at a path. */
export function first(from: Tag | null, path: string): Tag | null {
  return all(from, path)[0] ?? null
}

/** The text of the first element at a path that has any; an empty element says nothing. */
export function text(from: Tag | null, path: string): string | null {
  return texts(from, path)[0] ?? null
}

/** The texts of all elements at a path that have any. */
export function texts(from: Tag | null, path: string): string[] {
  return all(from, path)
    .map(ownText)
    .filter((found) => found !== null)
}

/** What stands in the element itself, without the white space around it; null when nothing does. */
export function ownText(tag: Tag): string | null {
  const trimmed = tag.text.trim()
  return trimmed === '' ? null : trimmed
}

/** An attribute's value, null when absent or empty. */
export function attribute(tag: Tag | null, name: string): string | null {
  return tag?.attributes[name]?.trim() || null
}
