import { existsSync } from 'node:fs'

import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFRawStream,
} from '@cantoo/pdf-lib'

import { hasProgram, said } from './tools.ts'

/** What of ISO 19005-3 (PDF/A-3) can be seen from outside of the drawing of pages; [] finds no fault. */
export async function faultsOf(pdf: Uint8Array): Promise<string[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, ignoreEncryption: true })
  const { context, catalog } = document
  const dicts = context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (object instanceof PDFDict) return [object]
    return object instanceof PDFRawStream ? [object.dict] : []
  })
  const metadata = streamOf(catalog, 'Metadata')
  const faults: (false | string)[] = [
    ...claimFaults(metadata ? textOf(metadata) : ''),
    metadata?.dict.has(PDFName.of('Filter')) === true && '6.6.2.1: the metadata are compressed',
    ...outputIntentFaults(catalog),
    context.trailerInfo.Encrypt !== undefined && '6.1.3: encrypted',
    context.trailerInfo.ID === undefined && '6.1.3: no ID in the trailer',
    ...dicts.map((dict) => has(dict, 'JS') && '6.5.1: JavaScript'),
    ...['OpenAction', 'AA'].map((key) => has(catalog, key) && `6.5.2: the catalog has ${key}`),
    ...dicts.map(
      (dict) => /LZWDecode/.test(String(dict.get(PDFName.of('Filter')))) && '6.1.7: LZW',
    ),
    ...dicts.flatMap(fontFaults),
    ...dicts.map(
      (dict) =>
        dict.get(PDFName.of('Type')) === PDFName.of('Filespec') &&
        !has(dict, 'AFRelationship') &&
        '6.8: a file without its relationship',
    ),
  ]
  return faults.filter((fault) => fault !== false)
}

function has(dict: PDFDict, key: string): boolean {
  return dict.has(PDFName.of(key))
}

function claimFaults(xmp: string) {
  return [
    !/pdfaid:part(?:="|>)3["<]/.test(xmp) && '6.6.4: not said to be PDF/A-3',
    !/pdfaid:conformance(?:="|>)B["<]/.test(xmp) && '6.6.4: not said to conform to level B',
  ]
}

function outputIntentFaults(catalog: PDFDict) {
  const intents = catalog.lookupMaybe(PDFName.of('OutputIntents'), PDFArray)
  const intent = intents?.lookupMaybe(0, PDFDict)
  const profile = intent && streamOf(intent, 'DestOutputProfile')
  const icc = profile ? Buffer.from(decodePDFRawStream(profile).decode()) : Buffer.alloc(0)
  return [
    intent?.get(PDFName.of('S')) !== PDFName.of('GTS_PDFA1') && '6.2.3: no output intent',
    icc.subarray(36, 40).toString('latin1') !== 'acsp' && '6.2.3: no ICC profile',
  ]
}

/** Every typeface is in the file, whole or in part, and says which letters it draws. */
function fontFaults(dict: PDFDict): (false | string)[] {
  if (dict.get(PDFName.of('Type')) !== PDFName.of('Font')) return []
  const subtype = String(dict.get(PDFName.of('Subtype')))
  const name = String(dict.get(PDFName.of('BaseFont')))
  if (subtype === '/Type0') {
    return [!dict.has(PDFName.of('ToUnicode')) && `6.2.11.7: ${name} has no Unicode`]
  }
  const descriptor = dict.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  const isIn = ['FontFile', 'FontFile2', 'FontFile3'].some((key) =>
    descriptor?.has(PDFName.of(key)),
  )
  return [!isIn && subtype !== '/Type3' && `6.2.11.4: ${name} is not embedded`]
}

function streamOf(dict: PDFDict, key: string): PDFRawStream | undefined {
  const found = dict.lookup(PDFName.of(key))
  return found instanceof PDFRawStream ? found : undefined
}

function textOf(stream: PDFRawStream): string {
  return Buffer.from(stream.contents).toString('utf8')
}

const JARS = ['preflight', 'pdfbox2', 'xmpbox', 'fontbox2', 'commons-logging', 'commons-io']
const PATHS = [...JARS, 'javax.activation', 'jaxb-api'].map((name) => `/usr/share/java/${name}.jar`)

/** Whether Apache PDFBox Preflight is at hand, which knows PDF/A-1b and no later part. */
export const hasPreflight = PATHS.every((jar) => existsSync(jar)) && hasProgram('java')

export function preflightOf(pdf: Uint8Array): string {
  const validator = 'org.apache.pdfbox.preflight.Validator_A1b'
  return said('java', ['-cp', PATHS.join(':'), validator], pdf)
}
