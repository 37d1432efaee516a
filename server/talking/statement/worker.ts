// Sets statements. A process of its own, because setting type is synchronous and keeps memory.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

import { fontFolders } from './fonts.ts'
import type { Asked, Answered } from './workers.ts'

const SHEET = readFileSync(join(import.meta.dirname, 'statement.typ'), 'utf8')
const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [{ fontPaths: fontFolders() }],
})

process.on('message', ({ id, data, createdAt }: Asked) => {
  process.send?.(answerOf(id, data, createdAt))
})
process.on('disconnect', () => process.exit())

function answerOf(id: number, data: string, createdAt: number): Answered {
  try {
    const compiled = compiler.compile({ mainFileContent: SHEET, inputs: { data } })
    if (!compiled.result) {
      return { id, failure: JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics) }
    }
    const options = { pdfStandard: 'a-3b', creationTimestamp: createdAt }
    return { id, pdf: compiler.pdf(compiled.result, options) }
  } catch (error) {
    return { id, failure: String(error) }
  } finally {
    compiler.evictCache(0)
  }
}
