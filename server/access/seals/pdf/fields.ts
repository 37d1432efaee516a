import {
  PDFArray,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFDocument,
} from '@cantoo/pdf-lib'

import { instant, type Instant } from '../../../kernel/day.ts'

/** What a PDF itself says of one of its signatures. */
export type SealField = {
  readonly field: string
  readonly format: string
  readonly name: string
  readonly reason: string
  readonly location: string
  readonly at: Instant | null
  readonly range: readonly number[]
}

/** The signatures of a document, by the fields of its form. */
export function sealFieldsOf({ catalog }: PDFDocument): SealField[] {
  const form = catalog.lookupMaybe(PDFName.of('AcroForm'), PDFDict)
  const fields = form?.lookupMaybe(PDFName.of('Fields'), PDFArray)
  if (!fields) return []
  return Array.from({ length: fields.size() }, (_, index) => fields.lookupMaybe(index, PDFDict))
    .filter((field) => field !== undefined)
    .flatMap(sealFieldOf)
}

function sealFieldOf(field: PDFDict): SealField[] {
  const value = field.lookupMaybe(PDFName.of('V'), PDFDict)
  if (String(field.get(PDFName.of('FT'))) !== '/Sig' || !value) return []
  const range = value.lookupMaybe(PDFName.of('ByteRange'), PDFArray)
  return [
    {
      field: textIn(field, 'T'),
      format: value.lookupMaybe(PDFName.of('SubFilter'), PDFName)?.decodeText() ?? '',
      name: textIn(value, 'Name'),
      reason: textIn(value, 'Reason'),
      location: textIn(value, 'Location'),
      at: momentOf(textIn(value, 'M')),
      range: (range?.asArray() ?? []).map((part) =>
        part instanceof PDFNumber ? part.asNumber() : Number.NaN,
      ),
    },
  ]
}

function textIn(dict: PDFDict, key: string): string {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : ''
}

/** A time as ISO 32000-1 §7.9.4 writes it; without a zone nobody knows which moment it was. */
function momentOf(text: string): Instant | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)'?)/.exec(text)
  if (!parts) return null
  const [, year, month, date, hour, minute, second, zone = '+00', minutes = '00'] = parts
  try {
    return instant(`${year}-${month}-${date}T${hour}:${minute}:${second}${zone}:${minutes}`)
  } catch {
    return null
  }
}
