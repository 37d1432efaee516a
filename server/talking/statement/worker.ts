// Sets sheets of type. A process of its own, because setting type is synchronous and keeps memory.
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

import { fontFolders } from './fonts.ts'
import type { Asked, Answered } from './workers.ts'

const compiler = NodeCompiler.create({
  workspace: import.meta.dirname,
  fontArgs: [{ fontPaths: fontFolders() }],
})

process.on('message', (asked: Asked) => {
  process.send?.(answerOf(asked))
})
process.on('disconnect', () => process.exit())

function answerOf({ id, markup, data, createdAt }: Asked): Answered {
  try {
    const compiled = compiler.compile({ mainFileContent: markup, inputs: { data } })
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
