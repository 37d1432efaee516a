import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Whether a program is on this machine; CI installs those that the tests name. */
export function hasProgram(name: string): boolean {
  return spawnSync(name, ['--version']).error === undefined
}

/** What is written on a PDF's pages, by pdftotext of poppler-utils. */
export function textOf(pdf: Uint8Array): string {
  return said('pdftotext', ['-layout'], pdf, ['-'])
}

/** What a program says of a PDF, with the file's path behind the arguments. */
export function said(
  program: string,
  args: readonly string[],
  pdf: Uint8Array,
  after: readonly string[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'seal-'))
  try {
    const file = join(folder, 'sealed.pdf')
    writeFileSync(file, pdf)
    const { stdout, stderr } = spawnSync(program, [...args, file, ...after], { encoding: 'utf8' })
    return `${stdout}\n${stderr}`
  } finally {
    rmSync(folder, { recursive: true })
  }
}
