/** What a file is by its first bytes, whatever its name says. */
export type FileKind =
  | 'empty'
  | 'xml'
  | 'pdf'
  | 'zip'
  | 'office'
  | 'gzip'
  | 'image'
  | 'signed'
  | 'statement'
  | 'edifact'
  | 'x12'
  | 'html'
  | 'json'
  | 'rtf'
  | 'mail'
  | 'text'
  | 'binary'

/** What may stand before the first character: space, a byte order mark, one that was encoded twice. */
export const PADDING = /^(?:[\s\0\uFEFF]|ï»¿)+/

const MAGIC: readonly (readonly [kind: FileKind, hex: string])[] = [
  ['zip', '504b0304'],
  ['zip', '504b0506'],
  ['office', 'd0cf11e0a1b11ae1'],
  ['gzip', '1f8b'],
  ['image', '89504e47'],
  ['image', 'ffd8ff'],
  ['image', '47494638'],
  ['image', '49492a00'],
  ['image', '4d4d002a'],
  ['signed', '308'],
]

const TEXTS: readonly (readonly [kind: FileKind, pattern: RegExp])[] = [
  ['statement', /^(\{1:F01|:20:|OFXHEADER:|<OFX>|<\?OFX)/],
  ['html', /^<(!doctype\s+html|html)\b/i],
  ['xml', /^<([?!]|[A-Za-z_\u0080-\uFFFF])/],
  ['edifact', /^UN[AB][+: ]/],
  ['x12', /^ISA([^A-Za-z0-9\s]).{2}\1/],
  ['rtf', /^\{\\rtf/],
  ['json', /^[[{]\s*["[{\]}]/],
  ['mail', /^(Received|Return-Path|From|Date|Message-ID|MIME-Version|Delivered-To|Subject): /i],
]

/** Recognises a file from its content; never throws. */
export function kindOfFile(bytes: Uint8Array): FileKind {
  const head = Buffer.from(bytes.subarray(0, 1024))
  if (head.every((byte) => byte === 0) && bytes.every((byte) => byte === 0)) return 'empty'
  const latin = head.toString('latin1')
  if (latin.includes('%PDF-')) return 'pdf'
  const hex = head.toString('hex', 0, 8)
  const magic = MAGIC.find(([, start]) => hex.startsWith(start))
  if (magic) return magic[0]
  const text = textOfHead(head).replace(PADDING, '')
  if (text === '') return bytes.length > head.length ? 'binary' : 'empty'
  const known = TEXTS.find(([, pattern]) => pattern.test(text))
  if (known) return known[0]
  return isText(text) ? 'text' : 'binary'
}

const NAMES: Readonly<Record<FileKind, string>> = {
  empty: 'an empty file',
  xml: 'an XML file',
  pdf: 'a PDF',
  zip: 'a ZIP archive or Excel file',
  office: 'an old Office or Outlook file',
  gzip: 'a compressed archive',
  image: 'a picture',
  signed: 'a signed container (such as .p7m)',
  statement: 'a bank statement',
  edifact: 'an EDIFACT message',
  x12: 'an ANSI X12 message',
  html: 'a web page',
  json: 'a JSON file',
  rtf: 'a text document',
  mail: 'an email',
  text: 'a plain text file',
  binary: 'a file of unknown kind',
}

/** The kind in words, as part of a sentence: 'a picture'. */
export function nameOfKind(kind: FileKind): string {
  return NAMES[kind]
}

function textOfHead(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le')
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder('utf-16be').decode(head)
  if (head[0] === 0x3c && head[1] === 0) return head.toString('utf16le')
  if (head[0] === 0 && head[1] === 0x3c) return new TextDecoder('utf-16be').decode(head)
  return new TextDecoder().decode(head)
}

/** Text has hardly any control characters; a wrongly guessed accent does not matter. */
function isText(text: string): boolean {
  const controls = text.split('').filter((character) => character < ' ' && !/\s/.test(character))
  return controls.length * 50 < text.length
}
