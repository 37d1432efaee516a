import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

import { fontFolders } from '../../talking/statement/fonts.ts'

const require = createRequire(import.meta.url)
const fonts = join(dirname(require.resolve('@expo-google-fonts/inter/package.json')), '400Regular')

/** A document as ours are made: text only, without an outline. */
export function typstPdf(
  pdfStandard: 'a-3b' | 'a-1b' = 'a-3b',
  content = 'Two lines. \\ And this.',
) {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: [fonts] }],
  })
  const { result } = compiler.compile({
    mainFileContent: `#set document(title: "Record", date: datetime(year: 2026, month: 3, day: 2))
#set text(font: "Inter", fallback: false)
${content}`,
  })
  if (!result) throw new Error('the document could not be set')
  return compiler.pdf(result, { pdfStandard, creationTimestamp: 1_772_452_800 })
}

/** A sheet of ours, set by another part of PDF/A than the one that it goes out as. */
export function sheetAs(pdfStandard: 'a-3b' | 'a-1b', markup: string, data: string) {
  const compiler = NodeCompiler.create({
    workspace: import.meta.dirname,
    fontArgs: [{ fontPaths: fontFolders() }],
  })
  const { result } = compiler.compile({ mainFileContent: markup, inputs: { data } })
  if (!result) throw new Error('the sheet could not be set')
  return compiler.pdf(result, { pdfStandard, creationTimestamp: 1_772_452_800 })
}
