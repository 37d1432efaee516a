import { collectObjects, type PdfObjects } from './objects.ts'
import { type Budget, type Unpacked, unpack } from './streams.ts'
import {
  isDictionary,
  isList,
  nameOf,
  type PdfDictionary,
  type PdfValue,
  refOf,
  textOf,
} from './values.ts'

type PdfAttachment = {
  readonly name: string
  readonly mimeType: string | null
  readonly description: string | null
  readonly unpacked: Unpacked
}

export type PdfAttachments =
  | { readonly kind: 'found'; readonly attachments: readonly PdfAttachment[] }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'damaged' }

const BUDGET = 64 * 1024 * 1024
const MOST = 200

/**
 * The files embedded in a PDF: those that its catalog names or is associated with, or when it has
 * none there, those of pages and annotations, and what a damaged catalog has lost.
 */
export function attachmentsOf(file: Uint8Array): PdfAttachments {
  const budget = { left: BUDGET }
  const objects = collectObjects(file, budget)
  if (objects.trailer.has('Encrypt')) return { kind: 'encrypted' }
  if (objects.values.size === 0) return { kind: 'damaged' }
  const catalog = catalogOf(objects)
  const named = catalog === null ? [] : ofCatalog(objects, catalog)
  const specifications = named.length > 0 ? named : anywhere(objects)
  const seen = new Set<Uint8Array>()
  return {
    kind: 'found',
    attachments: specifications
      .slice(0, MOST)
      .flatMap((specification) => attachmentOf(objects, specification, budget, seen)),
  }
}

function catalogOf(objects: PdfObjects): PdfDictionary | null {
  const root = resolved(objects, objects.trailer.get('Root'))
  if (isDictionary(root)) return root
  const catalogs = [...objects.values.values()].filter(isDictionary)
  return catalogs.findLast((value) => nameOf(value.get('Type')) === 'Catalog') ?? null
}

function ofCatalog(objects: PdfObjects, catalog: PdfDictionary): PdfDictionary[] {
  const names = resolved(objects, catalog.get('Names'))
  const tree = isDictionary(names) ? names.get('EmbeddedFiles') : undefined
  const associated = resolved(objects, catalog.get('AF'))
  const all = [...leaves(objects, tree), ...(isList(associated) ? associated : [])]
  return [...new Set(all.map((value) => resolved(objects, value)))].filter(isDictionary)
}

/** The values of a name tree (§7.9.6); one that bites its own tail ends. */
function leaves(objects: PdfObjects, root: PdfValue | undefined): PdfValue[] {
  const values: PdfValue[] = []
  const seen = new Set<PdfValue>()
  const open = [resolved(objects, root)]
  while (open.length > 0 && values.length < MOST) {
    const node = open.shift()
    if (!isDictionary(node) || seen.has(node)) continue
    seen.add(node)
    const pairs = resolved(objects, node.get('Names'))
    if (isList(pairs)) values.push(...pairs.filter((_, index) => index % 2 === 1))
    const kids = resolved(objects, node.get('Kids'))
    if (isList(kids)) open.push(...kids.map((kid) => resolved(objects, kid)))
  }
  return values
}

/** Every file specification that carries its file, wherever it stands. */
function anywhere(objects: PdfObjects): PdfDictionary[] {
  return [...objects.values.values()].flatMap((value) => {
    if (!isDictionary(value)) return []
    const inner = resolved(objects, value.get('FS'))
    return [value, inner].filter(isDictionary).filter((found) => found.has('EF'))
  })
}

function attachmentOf(
  objects: PdfObjects,
  specification: PdfDictionary,
  budget: Budget,
  seen: Set<Uint8Array>,
): PdfAttachment[] {
  const files = resolved(objects, specification.get('EF'))
  if (!isDictionary(files)) return []
  const reference = ['UF', 'F', 'DOS', 'Mac', 'Unix'].map((key) => refOf(files.get(key)))
  const stream = reference
    .map((ref) => (ref === null ? undefined : objects.streams.get(ref)))
    .find((found) => found !== undefined)
  if (stream === undefined || seen.has(stream.data)) return []
  seen.add(stream.data)
  const name = ['UF', 'F', 'DOS', 'Unix', 'Mac']
    .map((key) => textOf(resolved(objects, specification.get(key))))
    .find((text) => text !== null)
  return [
    {
      name: name ?? 'attachment',
      mimeType: nameOf(resolved(objects, stream.dictionary.get('Subtype'))),
      description: textOf(resolved(objects, specification.get('Desc'))),
      unpacked: unpack(stream, budget),
    },
  ]
}

/** The object that a reference leads to, at most a few steps. */
function resolved(objects: PdfObjects, value: PdfValue | undefined): PdfValue {
  let current = value ?? null
  for (let step = 0; step < 8; step++) {
    const ref = refOf(current)
    if (ref === null) return current
    current = objects.values.get(ref) ?? null
  }
  return null
}
