import { Command } from 'commander'

import { inspectionOf, isReadable, jsonOf } from './inspect/inspection.ts'
import { fileCount, sentencesOf } from './inspect/sentences.ts'

export function inspectCommand(): Command {
  return new Command('inspect')
    .description('says what files are and what would be read from them; stores nothing')
    .argument('<files...>', 'e-invoices (UBL, CII, Factur-X/ZUGFeRD) and tables (CSV, XLSX)')
    .option('--json', 'one JSON line a file, for scripts', false)
    .action((files: string[], options: { json: boolean }) => inspectFiles(files, options))
}

/** Tells of each file as soon as it is read; the exit code is 2 when one could not be. */
async function inspectFiles(files: readonly string[], { json }: { json: boolean }): Promise<void> {
  let readable = 0
  for (const file of files) {
    const inspection = await inspectionOf(file)
    if (isReadable(inspection)) readable += 1
    if (json) console.log(JSON.stringify(jsonOf(inspection)))
    else console.log([...sentencesOf(inspection), ''].join('\n'))
  }
  if (!json && files.length > 1) console.log(fileCount(files.length, readable))
  if (readable < files.length) process.exitCode = 2
}
