import { Command } from 'commander'

import { inOrganisation } from '../database/tenancy.ts'
import { isDay, type Day } from '../kernel/day.ts'
import { decimalOf } from '../kernel/money.ts'
import { ageingOn, openBooks, type AgeingRow } from '../ledger/index.ts'
import { organisationBySlug } from './choose.ts'
import { print } from './output.ts'
import { Mistake } from './settings.ts'
import { withWorld } from './world.ts'

type Options = { readonly asOf?: string; readonly organisation?: string; readonly json?: boolean }

/** `goodterms ageing`: what is owed by days past due, today or at the end of a past day. */
export function ageingCommand(): Command {
  return new Command('ageing')
    .description('What is owed by days past due, today or as of a past day.')
    .option('--as-of <day>', 'a past day, like 2026-03-31')
    .option('--organisation <slug>', 'which organisation, when there are several')
    .option('--json', 'one JSON document')
    .action(showAgeing)
}

async function showAgeing({ asOf, organisation, json }: Options): Promise<void> {
  const day = asOf === undefined ? undefined : dayOf(asOf)
  await withWorld(async (world) => {
    const { id: organisationId, slug } = await organisationBySlug(world, organisation)
    const { books, table } = await inOrganisation(world.db, organisationId, async (tx) => {
      const opened = await openBooks(tx, organisationId, world.clock())
      const asked = { organisationId, owners: null, by: 'organisation' as const, asOf: day }
      return { books: opened, table: await ageingOn(tx, opened, asked) }
    })
    const today = books.map((entity) => ({ entity: entity.code, today: entity.today }))
    const result = {
      organisation: slug,
      asOf: day ?? null,
      entities: today,
      credits: table.credits,
      currencies: table.totals.map((row) => amountsOf(row, table.bounds)),
    }
    const when = day ?? books.map((entity) => entity.today).join(', ')
    print(json === true, result, [`${slug}, ${when}`, ...result.currencies.flatMap(linesOf)])
  })
}

function dayOf(text: string): Day {
  if (isDay(text)) return text
  throw new Mistake(`There is no day "${text}": write it like 2026-03-31.`)
}

function amountsOf(row: AgeingRow, bounds: readonly number[]) {
  const { currency } = row
  const decimal = (minor: number) => decimalOf({ minor, currency })
  return {
    currency,
    notDue: decimal(row.notDueMinor),
    buckets: row.bucketsMinor.map((minor, at) => ({
      from: at === 0 ? 1 : (bounds[at - 1] ?? 0) + 1,
      to: bounds[at] ?? null,
      amount: decimal(minor),
    })),
    credit: decimal(row.creditMinor),
    onAccount: decimal(row.onAccountMinor),
    balance: decimal(row.balanceMinor),
  }
}

function linesOf(row: ReturnType<typeof amountsOf>): string[] {
  const buckets = row.buckets.map(({ from, to, amount }) => [
    to === null ? `over ${from - 1} days` : `${from}–${to} days`,
    amount,
  ])
  const lines = [
    ['not due', row.notDue],
    ...buckets,
    ['credit', row.credit],
    ['on account', row.onAccount],
    ['balance', row.balance],
  ]
  const width = Math.max(...lines.map(([, amount = '']) => amount.length))
  return lines.map(
    ([name = '', amount = '']) => `  ${name.padEnd(16)}${amount.padStart(width)} ${row.currency}`,
  )
}
