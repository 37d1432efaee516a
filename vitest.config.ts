import { defineConfig } from 'vitest/config'

const BROWSER = [
  'scenarios/browser/**/*.test.ts',
  'scenarios/two-lanes/**/*.test.ts',
  'server/testing/browser.test.ts',
]

const shared = {
  testTimeout: 90_000,
  hookTimeout: 120_000,
  // One more than the two cores that it is made for: a test often waits, for a database, a browser, a mail.
  maxWorkers: 3,
  // A busy machine is slow, not wrong: what is waited for may take its time.
  expect: { poll: { timeout: 30_000 } },
  // A failure names all that was found, also where a report has no room for a comparison.
  chaiConfig: { truncateThreshold: 2_000 },
}

export default defineConfig({
  test: {
    ...shared,
    globalSetup: 'server/testing/postgres-setup.ts',
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
