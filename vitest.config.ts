import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    globalSetup: 'server/testing/postgres-setup.ts',
    include: ['{server,web,scenarios,tools}/**/*.test.{ts,tsx}'],
    testTimeout: 90_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
})
