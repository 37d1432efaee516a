const FORMULA = /^[=+\-@\t\r]/
const NUMBER = /^[-+]?\d[\d.,' ]*$/

/** A line of CSV. What a spreadsheet would run as a formula gets an apostrophe; numbers stay. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(defused(cell))).join(',')}\r\n`
}

function defused(text: string): string {
  return FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
