import type { Words } from '../wording/index.ts'
import type { Table, TableRow } from './table-rows.ts'

// Colours are left to the reader's own light or dark scheme: nothing but lines has one, a grey that
// shows on both. Styles stand in the elements, because mail programs drop style sheets.
const LINE = '1px solid #8a8f98'
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;"
const CELL = 'padding:6px 12px 6px 0;vertical-align:top;'
const FIGURE = `${CELL}text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums;`

const MARKUP = /[&<>"']/

/** Text of anybody as text in HTML, never as markup. */
export function escapeHtml(text: string): string {
  if (!MARKUP.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')
}

export function paragraphHtml(text: string): string {
  return `<p style="margin:0 0 16px">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`
}

export function smallPrintHtml(text: string): string {
  const style = `margin:24px 0 0;padding-top:12px;border-top:${LINE};font-size:13px`
  return `<p style="${style}">${escapeHtml(text).replaceAll('\n', '<br>')}</p>`
}

/** A whole page, readable without styles, in the language of its text. */
export function pageHtml(language: string, subject: string, content: string): string {
  return [
    '<!DOCTYPE html>',
    `<html lang="${escapeHtml(language)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="supported-color-schemes" content="light dark">',
    `<title>${escapeHtml(subject)}</title></head>`,
    `<body style="margin:0;padding:16px;${FONT}font-size:15px;line-height:1.5">`,
    `<div style="max-width:720px">${content}</div>`,
    '</body></html>',
  ].join('\n')
}

export function tableHtml(table: Table, words: Words): string {
  const { column } = words
  const heads = [
    head(column.document),
    head(column.issued),
    head(column.due),
    ...[column.daysLate, column.invoiced, column.paid, column.remaining].map(figureHead),
  ]
  return [
    '<div style="overflow-x:auto;margin:0 0 16px">',
    '<table style="border-collapse:collapse;font-size:14px;line-height:1.4">',
    `<caption style="text-align:left;font-weight:600;padding:0 0 6px">${escapeHtml(table.caption)}</caption>`,
    `<thead><tr style="border-bottom:${LINE}">${heads.join('')}</tr></thead>`,
    `<tbody>${table.rows.map(rowHtml).join('\n')}${moreHtml(table, words)}</tbody>`,
    `<tfoot>${table.sums.map(sumHtml).join('\n')}</tfoot>`,
    '</table></div>',
  ].join('\n')
}

function head(text: string): string {
  return `<th scope="col" style="${CELL}text-align:left;font-weight:600">${escapeHtml(text)}</th>`
}

function figureHead(text: string): string {
  return `<th scope="col" style="${CELL}text-align:right;font-weight:600">${escapeHtml(text)}</th>`
}

function rowHtml(row: TableRow): string {
  const notes = [row.purchaseOrder, row.disputed]
    .filter(Boolean)
    .map((note) => `<br>${escapeHtml(note)}`)
  const document = `<th scope="row" style="${CELL}text-align:left;font-weight:400">${escapeHtml(row.document)}${notes.join('')}</th>`
  const days = [row.issued, row.due].map(
    (text) => `<td style="${CELL}white-space:nowrap">${escapeHtml(text)}</td>`,
  )
  const late = row.daysLate > 0 ? String(row.daysLate) : ''
  const figures = [late, row.invoiced, row.paid, row.remaining].map(
    (text) => `<td style="${FIGURE}">${escapeHtml(text)}</td>`,
  )
  return `<tr>${document}${days.join('')}${figures.join('')}</tr>`
}

function moreHtml({ more }: Table, words: Words): string {
  if (more === 0) return ''
  return `<tr><td colspan="7" style="${CELL}">${escapeHtml(words.andMore(more))}</td></tr>`
}

function sumHtml({ label, amount, isTotal }: Table['sums'][number]): string {
  const weight = isTotal ? 'font-weight:600' : 'font-weight:400'
  const line = isTotal ? ` style="border-top:${LINE}"` : ''
  return `<tr${line}><th scope="row" colspan="6" style="${CELL}text-align:right;${weight}">${escapeHtml(label)}</th><td style="${FIGURE}${weight}">${escapeHtml(amount)}</td></tr>`
}
