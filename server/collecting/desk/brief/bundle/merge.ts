// Puts documents of customers one behind the other. A thread of its own: what others made may take
// for ever to read.
import { parentPort, workerData } from 'node:worker_threads'

import { PDFDocument, PDFName } from '@cantoo/pdf-lib'

import { isDrawable, MOST_PAGES, type Outcome } from './rules.ts'

export type Part = {
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** It ended the thread before: named, not opened again. */
  readonly isSkipped: boolean
}
export type Said =
  | { readonly kind: 'opens'; readonly at: number }
  | { readonly kind: 'done'; readonly pdf: Uint8Array; readonly outcomes: readonly Outcome[] }

const A4 = { width: 595.28, height: 841.89 }
const MARGIN = 36

const parts: readonly Part[] = workerData
const whole = await PDFDocument.create()
const outcomes: Outcome[] = []
for (const [at, part] of parts.entries()) {
  say({ kind: 'opens', at })
  outcomes.push(part.isSkipped ? { kind: 'broken' } : await added(part))
}
say({ kind: 'done', pdf: await whole.save(), outcomes })

function say(said: Said): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
  parentPort?.postMessage(said)
}

async function added({ mediaType, bytes }: Part): Promise<Outcome> {
  try {
    if (mediaType === 'application/pdf') return await addedPages(bytes)
    if (mediaType === 'image/png' || mediaType === 'image/jpeg') {
      return await addedPicture(mediaType, bytes)
    }
    return { kind: 'other_format' }
  } catch (error) {
    return { kind: /encrypt|password/i.test(String(error)) ? 'encrypted' : 'broken' }
  }
}

async function addedPages(bytes: Uint8Array): Promise<Outcome> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const indices = document.getPageIndices()
  if (indices.length === 0) return { kind: 'broken' }
  if (whole.getPageCount() + indices.length > MOST_PAGES) return { kind: 'too_much' }
  const pages = await whole.copyPages(document, indices)
  for (const page of pages) {
    // What a page would do when it is opened is nothing that a printed one does.
    page.node.delete(PDFName.of('AA'))
    whole.addPage(page)
  }
  return { kind: 'taken', pages: pages.length }
}

async function addedPicture(mediaType: string, bytes: Uint8Array): Promise<Outcome> {
  if (!isDrawable(mediaType, bytes)) return { kind: 'too_much' }
  const picture = await (mediaType === 'image/png' ? whole.embedPng(bytes) : whole.embedJpg(bytes))
  const page = whole.addPage([A4.width, A4.height])
  const box = { width: A4.width - 2 * MARGIN, height: A4.height - 2 * MARGIN }
  const { width, height } = picture.scaleToFit(box.width, box.height)
  page.drawImage(picture, {
    x: (A4.width - width) / 2,
    y: (A4.height - height) / 2,
    width,
    height,
  })
  return { kind: 'taken', pages: 1 }
}
