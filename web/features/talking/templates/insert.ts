/** The text with a variable at the cursor: '{{ customer.name }}'. */
export function insertedAt(text: string, at: number, name: string): string {
  return `${text.slice(0, at)}{{ ${name} }}${text.slice(at)}`
}

/** The text with one word replaced where it stands alone, everywhere it stands. */
export function replacedWord(text: string, word: string, by: string): string {
  const escaped = word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return text.replaceAll(new RegExp(`(?<![\\w.])${escaped}(?![\\w.])`, 'g'), () => by)
}
