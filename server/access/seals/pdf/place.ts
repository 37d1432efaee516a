import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFRef,
  type PDFContext,
} from '@cantoo/pdf-lib'

import type { Instant } from '../../../kernel/day.ts'

export type SealText = {
  readonly reason: string
  readonly location: string
  readonly name: string
  readonly at: Instant
}

export type Placed = {
  /** The document with an empty seal whose byte range is already right. */
  readonly bytes: Buffer
  /** What the seal is over: everything but the brackets and the digits between these two. */
  readonly gap: { readonly from: number; readonly to: number }
}

/** What cannot be sealed; `sealPdf` says it as a refusal. */
export class UnsealablePdf extends Error {
  override readonly name = 'UnsealablePdf'
}

const RANGE = [0, 9_999_999_999, 9_999_999_999, 9_999_999_999]
const RANGE_TEXT = `/ByteRange [ ${RANGE.join(' ')} ]`

/**
 * Appends an empty signature to a PDF as one incremental update: what was there stays byte for byte,
 * earlier signatures stay valid, and what is added keeps PDF/A (an invisible field that has an
 * appearance and prints; no change to metadata).
 */
export async function placeSeal(
  original: Uint8Array,
  text: SealText,
  reserved: number,
): Promise<Placed> {
  const document = await openForUpdate(original)
  const { context } = document
  const seal = context.register(sealDictionary(context, text, reserved))
  addField(document, seal)
  const { snapshot } = context
  if (!snapshot) throw new UnsealablePdf('not opened for an update')
  const added = await document.saveIncremental(snapshot, { useObjectStreams: false })
  return withRange(Buffer.concat([original, added]), original.length)
}

async function openForUpdate(original: Uint8Array): Promise<PDFDocument> {
  const bytes = Buffer.from(original)
  const [, start] =
    /startxref\s+(\d+)\s+%%EOF\s*$/.exec(bytes.subarray(-64).toString('latin1')) ?? []
  const isTable = bytes.subarray(Number(start), Number(start) + 4).toString('latin1') === 'xref'
  if (start === undefined || !isTable) throw new UnsealablePdf('no table of references at its end')
  const document = await PDFDocument.load(original, {
    forIncrementalUpdate: true,
    updateMetadata: false,
    throwOnInvalidObject: true,
  })
  if (document.isEncrypted) throw new UnsealablePdf('encrypted')
  return document
}

function sealDictionary(context: PDFContext, text: SealText, reserved: number): PDFDict {
  return context.obj({
    Type: 'Sig',
    Filter: 'Adobe.PPKLite',
    SubFilter: 'ETSI.CAdES.detached',
    ByteRange: RANGE,
    Contents: PDFHexString.of('0'.repeat(reserved * 2)),
    M: PDFHexString.fromText(pdfTime(text.at)),
    ...(text.name ? { Name: PDFHexString.fromText(text.name) } : {}),
    ...(text.reason ? { Reason: PDFHexString.fromText(text.reason) } : {}),
    ...(text.location ? { Location: PDFHexString.fromText(text.location) } : {}),
  })
}

/** 'D:20261122104500Z' (ISO 32000-1 §7.9.4), in UTC. */
function pdfTime(at: Instant): string {
  return `D:${at.slice(0, 19).replaceAll(/[-:T]/g, '')}Z`
}

function addField(document: PDFDocument, seal: PDFRef): void {
  const { context, catalog } = document
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  const fields = form?.lookupMaybe(PDFName.of('Fields'), PDFArray)?.asArray() ?? []
  const page = firstPage(document)
  const field = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      T: PDFHexString.fromText(`Seal ${fields.length + 1}`),
      V: seal,
      P: page.ref,
      Rect: [0, 0, 0, 0],
      // Print and Locked: PDF/A wants annotations that print (ISO 19005-3 §6.3.2).
      F: 4 + 128,
      AP: { N: context.register(emptyAppearance(context)) },
    }),
  )
  const notes = page.dict.lookupMaybe(PDFName.of('Annots'), PDFArray)?.asArray() ?? []
  page.dict.set(PDFName.of('Annots'), context.obj([...notes, field]))
  const rest = form
    ? Object.fromEntries(form.entries().map(([key, value]) => [key.decodeText(), value]))
    : {}
  catalog.set(
    PDFName.of('AcroForm'),
    // SignaturesExist and AppendOnly.
    context.obj({ ...rest, Fields: context.obj([...fields, field]), SigFlags: 3 }),
  )
  context.snapshot?.markRefsForSave([page.ref])
}

function emptyAppearance(context: PDFContext) {
  return context.stream('', {
    Type: 'XObject',
    Subtype: 'Form',
    BBox: [0, 0, 0, 0],
    Resources: {},
  })
}

/** The first page as it is, without what `getPage` would put in order in it. */
function firstPage({ context, catalog }: PDFDocument): { ref: PDFRef; dict: PDFDict } {
  let kids = catalog.Pages().Kids()
  for (let depth = 0; depth < 50; depth += 1) {
    const ref = kids.get(0)
    const dict = ref instanceof PDFRef ? context.lookup(ref, PDFDict) : undefined
    if (!(ref instanceof PDFRef) || !dict) break
    const inner = dict.lookupMaybe(PDFName.of('Kids'), PDFArray)
    if (!inner) return { ref, dict }
    kids = inner
  }
  throw new UnsealablePdf('no page')
}

/** Puts the byte range in, over as many characters as were kept for it. */
function withRange(bytes: Buffer, from: number): Placed {
  const rangeAt = bytes.indexOf(RANGE_TEXT, from, 'latin1')
  const gapFrom = bytes.indexOf('/Contents <', rangeAt, 'latin1') + '/Contents '.length
  const gapTo = bytes.indexOf('>', gapFrom, 'latin1') + 1
  const range = `/ByteRange [ 0 ${gapFrom} ${gapTo} ${bytes.length - gapTo} ]`
  bytes.write(range.padEnd(RANGE_TEXT.length, ' '), rangeAt, 'latin1')
  return { bytes, gap: { from: gapFrom, to: gapTo } }
}
