import { readFile, stat } from 'node:fs/promises'

import { Command } from 'commander'

import { verifyPdf, type PdfVerification } from '../access/seals/index.ts'
import { Mistake } from './settings.ts'
import { fileSentences, unopenedSentence } from './verify/sentences.ts'

type Options = { readonly json: boolean; readonly fingerprint?: string }

export function verifyCommand(): Command {
  return new Command('verify')
    .description('says of sealed PDFs whether they are unchanged; needs no installation')
    .argument('<files...>', 'sealed PDFs')
    .option('--fingerprint <hex>', 'the certificate that the seals must be of (SHA-256)')
    .option('--json', 'one JSON line a file, for scripts', false)
    .action((files: string[], options: Options) => verifyFiles(files, options))
}

/** Tells of each file; the exit code is 0 when every one is sealed and unchanged, else 2. */
async function verifyFiles(files: readonly string[], options: Options): Promise<void> {
  const ours = fingerprintsOf(options.fingerprint)
  for (const file of files) {
    const bytes = await bytesOf(file)
    const isGood =
      typeof bytes === 'string'
        ? tellUnopened(file, bytes, options)
        : tell(file, await verifyPdf(bytes, ours ? { ours } : {}), options)
    if (!isGood) process.exitCode = 2
  }
}

function fingerprintsOf(given: string | undefined): ReadonlySet<string> | null {
  if (given === undefined) return null
  const digits = given.replaceAll(/[\s:]/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(digits)) {
    throw new Mistake('A fingerprint is 64 hexadecimal digits (SHA-256), with or without colons.')
  }
  return new Set([digits])
}

type Unopened = 'not_found' | 'folder' | 'unreadable'

async function bytesOf(file: string): Promise<Buffer | Unopened> {
  try {
    if ((await stat(file)).isDirectory()) return 'folder'
    return await readFile(file)
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    return isMissing ? 'not_found' : 'unreadable'
  }
}

function tellUnopened(file: string, problem: Unopened, { json }: Options): boolean {
  const line = { file, state: 'unopened', findings: [problem], signatures: [] }
  console.log(json ? JSON.stringify(line) : `${unopenedSentence(file, problem)}\n`)
  return false
}

function tell(file: string, verification: PdfVerification, { json }: Options): boolean {
  const { state, signatures } = verification
  console.log(
    json
      ? JSON.stringify({ file, ...verification })
      : [...fileSentences(file, verification), ''].join('\n'),
  )
  return state === 'intact' && signatures.every(({ isOurs }) => isOurs !== false)
}
