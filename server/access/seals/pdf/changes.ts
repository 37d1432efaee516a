import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
  PDFRef,
  type PDFObject,
} from '@cantoo/pdf-lib'

import { objectsOfUpdate } from './structure.ts'

/**
 * Whether an update of a sealed file does nothing but add another seal: an invisible field, its
 * signature, its empty appearance, and the lists that name them. Anything else could change what
 * a reader sees, and counts as a change.
 */
export async function isOnlyAnotherSeal(after: Buffer, from: number): Promise<boolean> {
  const numbers = objectsOfUpdate(after, from)
  if (!numbers) return false
  const [old, young] = await Promise.all([openPdf(after.subarray(0, from)), openPdf(after)])
  const { Root, Info } = young.context.trailerInfo
  if (String(Root) !== String(old.context.trailerInfo.Root)) return false
  if (String(Info) !== String(old.context.trailerInfo.Info)) return false
  return numbers.every((number) => isHarmless(PDFRef.of(number), old, young))
}

export async function openPdf(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, {
    updateMetadata: false,
    ignoreEncryption: true,
    warnOnInvalidObjects: false,
    throwOnInvalidObject: true,
  })
}

function isHarmless(ref: PDFRef, old: PDFDocument, young: PDFDocument): boolean {
  const before = old.context.lookup(ref)
  const now = young.context.lookup(ref)
  if (!now) return false
  if (!before) return isPartOfSeal(now)
  if (String(ref) === String(young.context.trailerInfo.Root)) {
    return isSameBut(before, now, 'AcroForm') && isLongerForm(old, young)
  }
  return isSameBut(before, now, 'Annots') && isLongerList(before, now, 'Annots')
}

const SEAL_FIELD = new Set(['Type', 'Subtype', 'FT', 'T', 'V', 'P', 'Rect', 'F', 'AP'])

function isPartOfSeal(object: PDFObject): boolean {
  if (object instanceof PDFRawStream) {
    return object.contents.length === 0 && nameIn(object.dict, 'Subtype') === '/Form'
  }
  if (!(object instanceof PDFDict)) return false
  if (nameIn(object, 'Type') === '/Sig') return true
  return (
    nameIn(object, 'FT') === '/Sig' &&
    object.keys().every((key) => SEAL_FIELD.has(key.decodeText())) &&
    String(object.get(PDFName.of('Rect'))) === '[ 0 0 0 0 ]'
  )
}

function nameIn(dict: PDFDict, key: string): string {
  return String(dict.get(PDFName.of(key)))
}

function isSameBut(before: PDFObject, now: PDFObject, key: string): boolean {
  if (!(before instanceof PDFDict) || !(now instanceof PDFDict)) return false
  return String(without(before, key)) === String(without(now, key))
}

function without(dict: PDFDict, key: string): PDFDict {
  const copy = dict.clone()
  copy.delete(PDFName.of(key))
  return copy
}

function isLongerForm(old: PDFDocument, young: PDFDocument): boolean {
  const before = old.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  const now = young.catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  if (!now) return false
  if (!before) return now.keys().every((key) => ['Fields', 'SigFlags'].includes(key.decodeText()))
  return isSameBut(before, now, 'Fields') && isLongerList(before, now, 'Fields')
}

/** Whether a list still begins with all that it had. */
function isLongerList(before: PDFObject, now: PDFObject, key: string): boolean {
  const [had, has] = [before, now].map((dict) =>
    dict instanceof PDFDict
      ? (dict.lookupMaybe(PDFName.of(key), PDFArray)?.asArray() ?? []).map(String)
      : [],
  )
  return had?.every((item, at) => has?.[at] === item) ?? false
}
