import { LIMITS } from '../files/limits.ts'
import { Unreadable } from '../files/unreadable.ts'
import { cellStyleOf, type CellStyle } from '../rules/cell-styles.ts'
import { NO_TEXTS, sharedTexts, type SharedTexts } from './texts.ts'
import { parsed, type Handlers } from './xml.ts'
import { openArchive, type Archive } from './zip.ts'

export type Sheet = { readonly name: string; readonly path: string; readonly isHidden: boolean }
export type Workbook = {
  readonly sheets: readonly Sheet[]
  readonly styles: readonly CellStyle[]
  /** True when serial 0 is the first of January 1904 (old Macintosh files). */
  readonly countsFrom1904: boolean
  readonly texts: () => Promise<SharedTexts>
  readonly archive: Archive
}

/** Opens a workbook: its list of sheets and the formats of its cells. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const archive = await openArchive(path)
  try {
    refuseOthers(archive.names)
    const root = await rootOf(archive)
    const { sheets, countsFrom1904 } = await sheetsOf(archive, root)
    const folder = root.slice(0, root.lastIndexOf('/') + 1)
    let texts: Promise<SharedTexts> | null = null
    return {
      sheets,
      countsFrom1904,
      styles: await stylesOf(archive, folder),
      texts: () => (texts ??= textsOf(archive, folder)),
      archive,
    }
  } catch (error) {
    await archive.close()
    throw error
  }
}

/** Archives that are something else than an Office Open XML workbook. */
function refuseOthers(names: readonly string[]): void {
  if (names.includes('xl/workbook.bin')) throw new Unreadable('file_is_binary_workbook')
  if (names.includes('content.xml')) throw new Unreadable('file_is_open_document')
  const isWorkbook =
    names.includes('[Content_Types].xml') && names.some((name) => /workbook\d*\.xml$/.test(name))
  if (!isWorkbook) throw new Unreadable('file_is_zip')
}

async function rootOf(archive: Archive): Promise<string> {
  const usual = 'xl/workbook.xml'
  if (archive.names.includes(usual)) return usual
  return archive.names.find((name) => /workbook\d*\.xml$/.test(name)) ?? usual
}

async function sheetsOf(archive: Archive, root: string) {
  const listed: { name: string; id: string; isHidden: boolean }[] = []
  let countsFrom1904 = false
  await readPart(archive, root, {
    open: (name, attributes) => {
      if (name === 'workbookPr') countsFrom1904 = /^(1|true)$/.test(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? []
      const isHidden = (attributes['state'] ?? 'visible') !== 'visible'
      listed.push({ name: attributes['name'] ?? '', id, isHidden })
    },
  })
  const targets = await targetsOf(archive, root)
  const sheets = listed.flatMap(({ name, id, isHidden }): Sheet[] => {
    const path = targets.get(id)
    return path && archive.names.includes(path) ? [{ name, path, isHidden }] : []
  })
  if (sheets.length === 0) throw new Unreadable('file_damaged')
  return { sheets, countsFrom1904 }
}

/** Where the relationships of the workbook lead, as paths in the archive. */
async function targetsOf(archive: Archive, root: string): Promise<Map<string, string>> {
  const cut = root.lastIndexOf('/') + 1
  const [folder, file] = [root.slice(0, cut), root.slice(cut)]
  const targets = new Map<string, string>()
  await readPart(archive, `${folder}_rels/${file}.rels`, {
    open: (name, { Id: id, Target: target }) => {
      if (name !== 'Relationship' || !id || !target) return
      targets.set(
        id,
        target.startsWith('/') ? target.slice(1) : `${folder}${target.replace(/^\.\//, '')}`,
      )
    },
  })
  return targets
}

async function stylesOf(archive: Archive, folder: string): Promise<CellStyle[]> {
  const path = `${folder}styles.xml`
  if (!archive.names.includes(path)) return []
  const formats = new Map<string, string>()
  const styles: CellStyle[] = []
  let isCellFormats = false
  await readPart(archive, path, {
    open: (name, attributes) => {
      if (name === 'numFmt')
        formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '')
      if (name === 'cellXfs') isCellFormats = true
      if (name === 'xf' && isCellFormats) {
        const id = attributes['numFmtId'] ?? '0'
        styles.push(cellStyleOf(Number(id), formats.get(id)))
      }
    },
    close: (name) => {
      if (name === 'cellXfs') isCellFormats = false
    },
  })
  return styles
}

async function textsOf(archive: Archive, folder: string): Promise<SharedTexts> {
  const path = archive.names.find((name) => name.toLowerCase() === `${folder}sharedstrings.xml`)
  if (!path) return NO_TEXTS
  return sharedTexts(await archive.stream(path, LIMITS.sheetBytes))
}

async function readPart(archive: Archive, path: string, handlers: Handlers): Promise<void> {
  const stream = await archive.stream(path, LIMITS.partBytes)
  for await (const _ of parsed(stream, handlers));
}
