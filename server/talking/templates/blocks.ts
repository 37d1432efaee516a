import type { StatementSnapshot } from '../statement/index.ts'
import { paymentLines, wordsOf } from '../wording/index.ts'
import { paragraphHtml, tableHtml } from './html.ts'
import { tablePlain } from './plain.ts'
import { accountTables, itemsTables, type Table } from './table-rows.ts'
import { cleanText } from './values.ts'

/** A piece of a message in both of its forms. */
export type Block = { readonly text: string; readonly html: string }

/** A block that a text names by itself: tables and payment details. */
export function blockOf(name: string, snapshot: StatementSnapshot, language: string): Block {
  if (name === 'items_table') return tablesOf(itemsTables(snapshot.currencies, language), language)
  if (name === 'account_table')
    return tablesOf(accountTables(snapshot.currencies, language), language)
  return paymentDetailsOf(snapshot, language)
}

function tablesOf(tables: readonly Table[], language: string): Block {
  const words = wordsOf(language)
  if (tables.length === 0) {
    return { text: words.nothingOpen, html: paragraphHtml(words.nothingOpen) }
  }
  return {
    text: cleanText(tables.map((table) => tablePlain(table, words)).join('\n\n')),
    html: cleanText(tables.map((table) => tableHtml(table, words)).join('\n')),
  }
}

function paymentDetailsOf({ entity, customer }: StatementSnapshot, language: string): Block {
  const words = wordsOf(language)
  const lines = paymentLines(entity.paymentDetails, entity.iban)
  const text = cleanText(
    [`${words.paymentDetails}:`, ...lines, words.pleaseQuote(customer.number)].join('\n'),
  )
  return { text, html: paragraphHtml(text) }
}
