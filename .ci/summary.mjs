// Adds up the reports of the test runs, says why what failed failed and what needed a second try, and
// prints the plain closing line, alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const LINES = 12
const WIDTH = 300

const [folder = '.'] = process.argv.slice(2)
const reports = readdirSync(folder).map((name) => ({
  name: name.replace(/\.json$/, ''),
  ...JSON.parse(readFileSync(join(folder, name), 'utf8')),
}))
const sum = (key) => reports.reduce((total, report) => total + report[key], 0)

const files = reports.flatMap(({ name: run, testResults }) =>
  testResults.map((file) => ({ ...file, name: `${run}: ${relative(process.cwd(), file.name)}` })),
)
const failures = files.filter(({ status }) => status === 'failed')
for (const { name, message, assertionResults } of failures) {
  console.log(`failed: ${name}`)
  if (message) console.log(beginningOf(message))
  for (const test of assertionResults.filter(({ status }) => status === 'failed')) tell(test)
}
for (const { name, assertionResults } of files) {
  const late = assertionResults.filter(
    ({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0,
  )
  if (late.length > 0) console.log(`passed on the second try: ${name}`)
  for (const test of late) tell(test)
}
const skipped = sum('numPendingTests') + sum('numTodoTests')
console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed, ${skipped} skipped`)
if (reports.length === 0 || failures.length > 0 || sum('numPassedTests') === 0) process.exitCode = 1

/** A test by its name, and of each try why it failed. */
function tell({ fullName, failureMessages }) {
  console.log(`  ${fullName}`)
  for (const message of failureMessages) console.log(beginningOf(message))
}

/** The first lines, without colours, without what the packages did, and none endless. */
function beginningOf(message) {
  const lines = stripVTControlCharacters(message)
    .split('\n')
    .filter((line) => !/^\s+at .*(node_modules|<anonymous>|node:internal)/.test(line))
  const shown = lines.slice(0, LINES).map((line) => `    ${line.slice(0, WIDTH)}`)
  return (lines.length > LINES ? [...shown, '    …'] : shown).join('\n')
}
