import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

const BROWSER = [
  'scenarios/browser/**/*.test.ts',
  'scenarios/two-lanes/**/*.test.ts',
  'server/testing/browser.test.ts',
]

/**
 * Files that take long for their size, and mostly wait: a process is killed and started again, a mail is
 * held for ten seconds. They begin first, so that others work meanwhile and no worker ends alone.
 */
const LONG = [
  'server/cli/cli.test.ts',
  'scenarios/kill/kill.test.ts',
  'server/database/embedded/postgres.test.ts',
  'server/intake/imports/crash.test.ts',
  'server/ledger/ageing/ageing.property.test.ts',
].map((path) => join(import.meta.dirname, path))

/** Vitest's order, which is by what is known of each file or else its size, after the long ones. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const gone = LONG.find((path) => !existsSync(path))
    if (gone !== undefined) throw new Error(`vitest.config.ts names ${gone}, which is not there`)
    // oxlint-disable-next-line unicorn/no-array-sort -- vitest's name for it; no array is sorted in place
    const sorted = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => LONG.includes(moduleId)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

const shared = {
  testTimeout: 90_000,
  hookTimeout: 120_000,
  // One more than the two cores that it is made for: a test often waits, for a database, a browser, a mail.
  maxWorkers: 3,
  // A test makes a whole server and forgets it: in more room that is swept away less often.
  execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
  // A busy machine is slow, not wrong: what is waited for may take its time.
  expect: { poll: { timeout: 30_000 } },
  // A failure names all that was found, also where a report has no room for a comparison.
  chaiConfig: { truncateThreshold: 2_000 },
}

export default defineConfig({
  test: {
    ...shared,
    globalSetup: 'server/testing/postgres-setup.ts',
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'browser',
          // As below, and one browser for all files of a worker.
          isolate: false,
          include: BROWSER,
          // A browser depends on the whole machine. CI says by name what passed only on the second try.
          retry: process.env['CI'] ? 1 : 0,
        },
      },
      {
        test: {
          ...shared,
          name: 'house',
          // Files share their worker: the program is loaded once for all of them, not once for each.
          isolate: false,
          include: ['{server,web,scenarios,tools}/**/*.test.{ts,tsx}'],
          exclude: BROWSER,
        },
      },
    ],
  },
})
