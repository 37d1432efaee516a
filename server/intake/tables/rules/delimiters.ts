/** How evenly a delimiter parts the rows: 0 for not at all, more for equal and wider rows. */
export function evennessOf(rows: readonly (readonly string[])[], delimiter: string): number {
  const filled = rows.filter((cells) => cells.some((cell) => cell.trim() !== ''))
  const widths = new Map<number, number>()
  for (const { length } of filled) widths.set(length, (widths.get(length) ?? 0) + 1)
  const [usual] = [...widths].filter(([width]) => width > 1).toSorted((a, b) => b[1] - a[1])
  if (!usual) return 0
  const [width, count] = usual
  const evenness = (count / filled.length) ** 2
  return evenness * Math.log2(1 + Math.min(width, 60)) * likelihoodOf(delimiter)
}

/** Commas stand in texts and numbers too; tabs and semicolons rarely part anything by chance. */
function likelihoodOf(delimiter: string): number {
  if (delimiter === '\t' || delimiter === ';' || delimiter === '\u001f') return 1.1
  if (delimiter === '|') return 1.05
  return delimiter === ',' ? 1 : 0.7
}
