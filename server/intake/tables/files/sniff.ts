import { open } from 'node:fs/promises'

export type FileKind = 'table-text' | 'xml' | 'pdf' | 'zip' | 'ole' | 'html' | 'empty' | 'binary'

const HEAD_BYTES = 8_192

/** What a file is by its first bytes, whatever its name says. */
export async function sniffFile(path: string): Promise<FileKind> {
  const head = await headOf(path, HEAD_BYTES)
  if (head.length === 0) return 'empty'
  const ascii = head.toString('latin1')
  if (ascii.startsWith('%PDF-')) return 'pdf'
  if (ascii.startsWith('PK\u0003\u0004') || ascii.startsWith('PK\u0005\u0006')) return 'zip'
  if (head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1') return 'ole'
  const text = withoutBom(head).toString('latin1').replaceAll('\0', '').trimStart().toLowerCase()
  if (text === '') return head.includes(0) ? 'binary' : 'empty'
  if (/^(?:<!doctype html|<html|<table|<meta|<head)/.test(text)) return 'html'
  if (text.startsWith('<')) return 'xml'
  return isText(head) ? 'table-text' : 'binary'
}

export async function headOf(path: string, bytes: number): Promise<Buffer> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function withoutBom(head: Buffer): Buffer {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return head.subarray(3)
  return isWide(head) && (head[0] === 0xff || head[0] === 0xfe) ? head.subarray(2) : head
}

function isWide(head: Buffer): boolean {
  const mark = head.readUInt16BE(0)
  return mark === 0xfffe || mark === 0xfeff
}

/** Text has no control bytes but blanks; UTF-16 has a zero in nearly every other byte. */
function isText(head: Buffer): boolean {
  const zeros = head.filter((byte) => byte === 0).length
  if (zeros > 0 && zeros > head.length / 4) return true
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 28)).length
  return controls <= head.length / 100
}
