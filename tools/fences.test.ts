import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'

import { cruise } from 'dependency-cruiser'
import readOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import { expect, onTestFinished, test } from 'vitest'

const root = join(import.meta.dirname, '..')

test.each([
  ['server/kernel/day.ts', 'server/ledger/index.ts', 'floor-0-kernel-never-looks-up'],
  ['server/ledger/payments.ts', 'server/collecting/index.ts', 'floor-4-ledger-never-looks-up'],
  ['server/access/index.ts', 'server/app.ts', 'floor-3-access-never-looks-up'],
  ['server/collecting/run.ts', 'server/ledger/payments.ts', 'rooms-meet-at-the-door'],
  ['server/cli/import.ts', 'server/intake/store.ts', 'rooms-meet-at-the-door'],
  ['server/app.ts', 'server/ledger/store.ts', 'composers-use-doors'],
  [
    'server/collecting/desk/desk.ts',
    'server/collecting/runs/store.ts',
    'corners-of-a-room-meet-at-the-door',
  ],
  ['server/collecting/runs/rules.ts', 'server/collecting/runs/store.ts', 'rules-are-pure'],
  ['server/collecting/runs/rules/late.ts', 'node_modules/zod', 'rules-are-pure'],
  ['server/kernel/day.ts', 'node_modules/pg', 'kernel-stands-alone'],
  ['server/ledger/ageing.ts', 'node_modules/kysely', 'sql-lives-in-stores'],
  ['server/ledger/ageing.ts', 'node_modules/fastify', 'http-lives-in-routes'],
  ['server/ledger/ageing.ts', 'server/http/routes.ts', 'http-lives-in-routes'],
  ['web/features/ageing.ts', 'server/ledger/index.ts', 'web-knows-contracts-only'],
  ['web/ui/Table.tsx', 'web/api/call.ts', 'ui-knows-no-route-and-no-api'],
  ['web/features/ageing.ts', 'web/pages/home.ts', 'features-know-no-pages'],
  ['server/ledger/contract.ts', 'server/ledger/rules.ts', 'contracts-are-light'],
  ['server/ledger/contract.ts', 'node_modules/kysely', 'contracts-are-light'],
  ['server/ledger/ageing.ts', 'server/testing/given.ts', 'production-never-imports-tests'],
  ['server/ledger/ageing.ts', 'server/ledger/ageing.test.ts', 'production-never-imports-tests'],
])('%s may not import %s: %s', async (from, to, fence) => {
  expect(await brokenFences({ [from]: [to] })).toContain(fence)
})

test.each([
  ['server/collecting/run.ts', 'server/ledger/index.ts'],
  ['server/collecting/desk/desk.ts', 'server/collecting/runs/index.ts'],
  ['server/collecting/desk/rules.ts', 'server/collecting/runs/rules.ts'],
  ['server/intake/imports.ts', 'server/talking/index.ts'],
  ['server/ledger/rules.ts', 'server/kernel/day.ts'],
  ['server/ledger/store.ts', 'node_modules/kysely'],
  ['server/ledger/store/facts.ts', 'node_modules/kysely'],
  ['server/ledger/routes.ts', 'server/http/routes.ts'],
  ['server/ledger/ageing.ts', 'server/http/actor.ts'],
  ['server/ledger/contract.ts', 'node_modules/zod'],
  ['server/ledger/ageing.test.ts', 'server/testing/given.ts'],
  ['web/features/ageing.ts', 'server/ledger/contract.ts'],
  ['server/cli/import.ts', 'server/intake/index.ts'],
])('%s may import %s', async (from, to) => {
  expect(await brokenFences({ [from]: [to] })).toEqual([])
})

test('a circle of types alone is a circle', async () => {
  const broken = await brokenFences({
    'server/ledger/a.ts': ['server/ledger/b.ts'],
    'server/ledger/b.ts': ['server/ledger/a.ts'],
  })
  expect(broken).toContain('no-circles')
})

/** The names of the fences that a house of these files and imports breaks. */
async function brokenFences(imports: Record<string, string[]>): Promise<string[]> {
  const house = mkdtempSync(join(tmpdir(), 'goodterms-fences-'))
  onTestFinished(() => rmSync(house, { recursive: true }))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  const files = Object.keys(imports)
  const targets = Object.values(imports)
    .flat()
    .filter((file) => !file.startsWith('node_modules/'))
  for (const file of new Set([...files, ...targets])) {
    mkdirSync(dirname(join(house, file)), { recursive: true })
    const lines = (imports[file] ?? []).map((to) => `import type {} from '${specifier(file, to)}'`)
    writeFileSync(join(house, file), [...lines, 'export const here = 1', ''].join('\n'))
  }
  const options = await readOptions(join(root, '.dependency-cruiser.mjs'))
  const { output } = await cruise(
    ['server', 'web'].filter((top) => files.some((file) => file.startsWith(top))),
    {
      ...options,
      baseDir: house,
    },
  )
  if (typeof output === 'string') throw new Error(output)
  return [...new Set(output.summary.violations.map(({ rule }) => rule.name))]
}

function specifier(from: string, to: string): string {
  if (to.startsWith('node_modules/')) return to.replace('node_modules/', '')
  const path = relative(dirname(from), to)
  return path.startsWith('.') ? path : `./${path}`
}
