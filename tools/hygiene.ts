// What no other gate sees: secrets, paths of somebody's machine, left-over work, a crowded root.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

type Ban = { readonly pattern: RegExp; readonly why: string; readonly except?: RegExp }

const BANS: Ban[] = [
  { pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/, why: 'a private key' },
  {
    pattern: /\b(AKIA[0-9A-Z]{16}|gh[pousr]_\w{36}|xox[abp]-\w{10}|sk_live_\w{16})/,
    why: 'a secret',
  },
  { pattern: /(^|[\s'"`(=:])\/(root|work|home\/\w+|Users\/\w+)\//, why: 'a path of one machine' },
  {
    pattern: /(\/\/|\/?\*|#|--)\s*(TODO|FIXME|XXX)\b(?!.*#\d)/,
    why: 'left-over work without an issue number',
  },
  { pattern: /^(<{7}|={7}|>{7})( |$)/, why: 'a merge conflict' },
  { pattern: /\.only\(/, why: 'a test that silences the others', except: /^(?!.*\.test\.tsx?$)/ },
  { pattern: /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)/, why: 'a private registry' },
]
const MOST = { folders: 12, files: 16 }
const TEXT = /\.(ts|tsx|mjs|js|json|md|sql|css|html|typ|liquid|sh|ya?ml)$|^goodterms$|^\.ci\//

process.chdir(join(import.meta.dirname, '..'))
const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
const files = listed.split('\n').filter((file) => file && existsSync(file))
const findings = [...files.filter((file) => TEXT.test(file)).flatMap(bansIn), ...crowdedRoot(files)]
for (const finding of findings) console.log(finding)
console.log(`${files.length} files, ${findings.length} findings`)
if (findings.length > 0) process.exitCode = 1

function bansIn(file: string): string[] {
  if (file === 'tools/hygiene.ts') return []
  const bans = BANS.filter(({ except }) => !except?.test(file))
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) =>
      bans
        .filter(({ pattern }) => pattern.test(line))
        .map(({ why }) => `${file}:${index + 1}: ${why}: ${line.trim().slice(0, 100)}`),
    )
}

function crowdedRoot(all: string[]): string[] {
  const visible = all.filter((file) => !file.startsWith('.'))
  const folders = new Set(
    visible.filter((file) => file.includes('/')).map((file) => file.split('/')[0]),
  )
  const loose = visible.filter((file) => !file.includes('/'))
  return [
    folders.size > MOST.folders
      ? `the root has ${folders.size} folders, at most ${MOST.folders}`
      : '',
    loose.length > MOST.files ? `the root has ${loose.length} files, at most ${MOST.files}` : '',
  ].filter(Boolean)
}
