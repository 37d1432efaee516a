const MOST_CANDIDATES = 4_000
const LONGEST = 60

/** Every word of a text that could be a document number: three signs or more, one of them a digit. */
export function candidatesIn(text: string): string[] {
  const words = text.split(/\s+/).flatMap((word) => {
    const bare = word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
    return [bare, ...bare.split(/[:,;]/)]
  })
  return [...new Set(words)].filter((word) => isCandidate(word)).slice(0, MOST_CANDIDATES)
}

function isCandidate(word: string): boolean {
  return word.length >= 3 && word.length <= LONGEST && /\d/.test(word)
}

/** What a file's name may mean: 'Invoice_RE-2020_17.pdf' is RE-2020_17, RE-2020-17, RE-2020/17, … */
export function candidatesOfName(name: string): string[] {
  const bare = name.replace(/\.[a-z0-9]{2,5}$/i, '')
  const parts = bare.split(/[\s_\-–.+()[\]]+/).filter(Boolean)
  const found = new Set<string>([bare])
  for (let from = 0; from < parts.length; from += 1) {
    for (let to = from + 1; to <= Math.min(parts.length, from + 5); to += 1) {
      const run = parts.slice(from, to)
      for (const sign of ['-', '/', '_', '.', ' ', '']) found.add(run.join(sign))
    }
  }
  return [...found].filter((word) => isCandidate(word)).slice(0, MOST_CANDIDATES)
}
