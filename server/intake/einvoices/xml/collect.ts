import { type SaxesAttributeNS, type SaxesParser, type SaxesTagNS } from 'saxes'

import { type EinvoiceFinding, finding } from '../findings.ts'
import { type Dialect, dialectOf, type Root } from '../roots.ts'
import { type Tag } from '../tree.ts'
import { Stopped, tooComplex } from './stopped.ts'

/** Takes one complete invoice; the tree may be forgotten afterwards. */
export type Sink = (dialect: Dialect, invoice: Tag, lineCount: number) => void

const LIMITS = {
  depth: 200,
  attributes: 200,
  tags: 50_000,
  invoices: 20_000,
  attachmentText: 40_000_000,
}

/** Read past without keeping: a ledger needs no lines, and they are most of a large file. */
const LINES = new Set(['InvoiceLine', 'CreditNoteLine', 'IncludedSupplyChainTradeLineItem'])
const SKIPPED = new Set([
  ...LINES,
  'UBLExtensions',
  'Signature',
  'TaxTotal',
  'AllowanceCharge',
  'ApplicableTradeTax',
  'SpecifiedTradeAllowanceCharge',
  'SpecifiedLogisticsServiceCharge',
])

const ATTACHED = new Set(['EmbeddedDocumentBinaryObject', 'AttachmentBinaryObject'])

export type Collection = {
  root: Root | null
  dialect: Dialect | null
  /** Open elements that are kept, the invoice itself first. */
  open: Tag[]
  depth: number
  skippedDepth: number
  tags: number
  lineCount: number
  attributes: number
  attachmentText: number
  invoices: number
  findings: EinvoiceFinding[]
}

/** Makes the parser collect the invoices that pass and hand each over when it is complete. */
export function listen(
  parser: SaxesParser<{ xmlns: true; position: true }>,
  sink: Sink,
): Collection {
  const state: Collection = {
    root: null,
    dialect: null,
    open: [],
    depth: 0,
    skippedDepth: 0,
    tags: 0,
    lineCount: 0,
    attributes: 0,
    attachmentText: 0,
    invoices: 0,
    findings: [],
  }
  function keepText(piece: string): void {
    const tag = state.open.at(-1)
    if (tag && state.skippedDepth === 0) tag.text += piece
  }
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/i.test(doctype)) throw new Stopped(finding('xml_entities_refused'))
  })
  parser.on('attribute', () => {
    state.attributes += 1
    if (state.attributes > LIMITS.attributes) throw tooComplex('attributes', parser.line)
  })
  parser.on('opentag', (tag) => {
    state.attributes = 0
    openTag(state, tag, parser.line)
    // Without a handler the parser does not even collect the text that it passes.
    if (state.dialect === null || state.skippedDepth > 0) parser.off('text')
    else parser.on('text', keepText)
  })
  parser.on('cdata', keepText)
  parser.on('closetag', () => {
    closeTag(state, sink, parser.line)
    if (state.dialect !== null && state.skippedDepth === 0) parser.on('text', keepText)
    else parser.off('text')
  })
  return state
}

function openTag(state: Collection, tag: SaxesTagNS, line: number): void {
  state.depth += 1
  if (state.depth > LIMITS.depth) throw tooComplex('nested elements', line)
  state.root ??= { uri: tag.uri, local: tag.local }
  if (state.dialect === null) {
    state.dialect = dialectOf(tag)
    if (state.dialect === null) return
    Object.assign(state, { open: [], tags: 0, lineCount: 0 })
  }
  if (state.skippedDepth > 0 || SKIPPED.has(tag.local)) {
    if (state.skippedDepth === 0 && LINES.has(tag.local)) state.lineCount += 1
    state.skippedDepth += 1
    return
  }
  state.tags += 1
  if (state.tags > LIMITS.tags) throw tooComplex('elements outside its lines', line)
  const kept = { name: tag.local, attributes: localAttributes(tag), children: [], text: '' }
  state.open.at(-1)?.children.push(kept)
  state.open.push(kept)
}

function closeTag(state: Collection, sink: Sink, line: number): void {
  state.depth -= 1
  if (state.dialect === null) return
  if (state.skippedDepth > 0) {
    state.skippedDepth -= 1
    return
  }
  const closed = state.open.pop()
  if (closed === undefined) return
  if (closed.children.length > 0) closed.text = ''
  if (ATTACHED.has(closed.name)) {
    state.attachmentText += closed.text.length
    if (state.attachmentText > LIMITS.attachmentText) {
      closed.text = ''
      state.findings.push(finding('attachment_left_out', { line }))
    }
  }
  if (state.open.length > 0) return
  const dialect = state.dialect
  state.dialect = null
  state.invoices += 1
  if (state.invoices > LIMITS.invoices) throw tooComplex('invoices', line)
  sink(dialect, closed, state.lineCount)
}

function localAttributes(tag: SaxesTagNS): Record<string, string> {
  const attributes: Iterable<SaxesAttributeNS> = Object.values(tag.attributes)
  return Object.fromEntries(
    [...attributes]
      .filter(({ prefix, name }) => prefix !== 'xmlns' && name !== 'xmlns')
      .map(({ local, value }) => [local, value]),
  )
}
