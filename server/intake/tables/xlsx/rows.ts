import { LIMITS } from '../files/limits.ts'
import { dayText, type CellStyle } from '../rules/cell-styles.ts'
import type { Cell, SourceRow } from '../rules/cells.ts'
import type { SharedTexts } from './texts.ts'
import type { Sheet, Workbook } from './workbook.ts'
import { parsed, type Attributes } from './xml.ts'

type Reading = {
  rows: SourceRow[]
  cells: Cell[]
  line: number
  isHidden: boolean
  isCut: boolean
  position: number
  type: string
  style: CellStyle
  text: string
  isText: boolean
  /** Inside the pronunciation of a Japanese text, which is not part of it. */
  isPhonetic: boolean
}

/** The rows of a sheet in batches, in constant memory; empty rows are not in the file. */
export async function* sheetRows(workbook: Workbook, sheet: Sheet): AsyncGenerator<SourceRow[]> {
  const texts = await workbook.texts()
  const stream = await workbook.archive.stream(sheet.path, LIMITS.sheetBytes)
  const reading = newReading()
  const pieces = parsed(stream, {
    open: (name, attributes) => opened(reading, workbook, { name, attributes }),
    text: (text) => {
      if (reading.isText) reading.text += text
    },
    close: (name) => closed(reading, name, { texts, workbook }),
  })
  for await (const _ of pieces) {
    if (reading.rows.length === 0) continue
    yield reading.rows
    reading.rows = []
  }
}

function newReading(): Reading {
  const cell = { position: -1, type: 'n', style: 'number' as CellStyle, text: '', isText: false }
  return { rows: [], cells: [], line: 0, isHidden: false, isCut: false, isPhonetic: false, ...cell }
}

type Tag = { readonly name: string; readonly attributes: Attributes }

function opened(reading: Reading, { styles }: Workbook, { name, attributes }: Tag): void {
  if (name === 'c') {
    reading.position = attributes['r'] ? positionOf(attributes['r']) : reading.position + 1
    reading.type = attributes['t'] ?? 'n'
    reading.style = styles[Number(attributes['s'] ?? 0)] ?? 'number'
    reading.text = ''
    reading.isPhonetic = false
  } else if (name === 'v' || name === 't') {
    reading.isText = !reading.isPhonetic
  } else if (name === 'row') {
    reading.line = attributes['r'] ? Number(attributes['r']) : reading.line + 1
    reading.isHidden = /^(1|true)$/.test(attributes['hidden'] ?? '')
    reading.cells = []
    reading.isCut = false
    reading.position = -1
  } else if (name === 'rPh') {
    reading.isPhonetic = true
  }
}

type Within = { readonly texts: SharedTexts; readonly workbook: Workbook }

function closed(reading: Reading, name: string, { texts, workbook }: Within): void {
  if (name === 'v' || name === 't') {
    reading.isText = false
  } else if (name === 'rPh') {
    reading.isPhonetic = false
  } else if (name === 'c') {
    if (reading.text === '') return
    if (reading.position >= LIMITS.columns) {
      reading.isCut = true
      return
    }
    while (reading.cells.length < reading.position) reading.cells.push('')
    reading.cells[reading.position] = cellOf(reading, texts, workbook.countsFrom1904)
  } else if (name === 'row') {
    if (reading.cells.length === 0) return
    const { line, cells, isHidden, isCut } = reading
    const row = { line, cells, ...(isHidden ? { isHidden } : {}), ...(isCut ? { isCut } : {}) }
    reading.rows.push(row)
  }
}

function cellOf({ type, style, text }: Reading, texts: SharedTexts, countsFrom1904: boolean): Cell {
  if (type === 's') return texts.at(Number(text))
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE'
  if (type !== 'n') return text
  const number = Number(text)
  if (Number.isNaN(number)) return text
  if (style === 'date') return dayText(number, countsFrom1904)
  if (style === 'number') return number
  return Number.isInteger(number) ? String(number).padStart(style.digits, '0') : number
}

/** The column of a reference: 'A1' is 0, 'BC12' is 54. */
function positionOf(reference: string): number {
  let position = 0
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) & 0xdf
    if (letter < 65 || letter > 90) break
    position = position * 26 + letter - 64
  }
  return position - 1
}
