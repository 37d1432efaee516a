/** Prints a result: one JSON document for scripts, or the sentences for a person. */
export function print(isJson: boolean, result: unknown, sentences: readonly string[]): void {
  if (isJson) console.log(JSON.stringify(result))
  else for (const sentence of sentences) console.log(sentence)
}
