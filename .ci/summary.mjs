// Adds up the reports of the test runs and prints the plain closing line, alone.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const [folder = '.'] = process.argv.slice(2)
const reports = readdirSync(folder).map((name) =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')),
)
const sum = (key) => reports.reduce((total, report) => total + report[key], 0)

const failures = reports
  .flatMap(({ testResults }) => testResults)
  .filter(({ status }) => status === 'failed')
for (const { name, message, assertionResults } of failures) {
  const tests = assertionResults
    .filter(({ status }) => status === 'failed')
    .map(({ fullName }) => fullName)
  console.log(`failed: ${name}\n  ${[...tests, message].filter(Boolean).join('\n  ')}`)
}
const skipped = sum('numPendingTests') + sum('numTodoTests')
console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed, ${skipped} skipped`)
if (reports.length === 0 || failures.length > 0 || sum('numPassedTests') === 0) process.exitCode = 1
