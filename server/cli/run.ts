import { Command } from 'commander'

import { personByEmail, type Doer } from '../access/index.ts'
import {
  approveRun,
  orderRun,
  planRun,
  rehearseDay,
  reportRun,
  sendRun,
} from '../collecting/index.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { isDay, type Day } from '../kernel/day.ts'
import { decimalOf, type Money } from '../kernel/money.ts'
import { openBooks, type Books } from '../ledger/index.ts'
import type { World } from '../world.ts'
import { organisationBySlug } from './choose.ts'
import { print } from './output.ts'
import { Mistake } from './settings.ts'
import { withWorld } from './world.ts'

type Options = {
  readonly organisation?: string
  readonly entity?: string
  readonly day?: string
  readonly as?: string
  readonly rehearse?: boolean
  readonly send?: boolean
  readonly evenIfUnusual?: boolean
  readonly json?: boolean
}

/** `goodterms run`: plans the day's run, rehearses a day, or plans and sends. */
export function runCommand(): Command {
  return new Command('run')
    .description("Plans today's run of each company; --send sends it, --rehearse only looks.")
    .option('--organisation <slug>', 'which organisation, when there are several')
    .option('--entity <code>', 'one company only')
    .option('--rehearse', 'what a run would decide; writes and sends nothing')
    .option('--day <day>', 'with --rehearse: today or a later day, like 2026-12-01')
    .option('--send', 'sends what was planned and needs no further approval')
    .option('--even-if-unusual', 'sends although there is much more than usual')
    .option('--as <email>', 'whose run it is: their name signs, in test mode they get the mail')
    .option('--json', 'one JSON document')
    .action(runDay)
}

type Scope = {
  readonly world: World
  readonly organisationId: string
  readonly entity: Books
  readonly by: Doer
  readonly options: Options
}

async function runDay(options: Options): Promise<void> {
  const day = dayOf(options)
  await withWorld(async (world) => {
    const { id: organisationId, slug } = await organisationBySlug(world, options.organisation)
    const by = await doerOf(world, options.as)
    const entities = await entitiesOf(world, organisationId, options.entity)
    const results: Result[] = []
    for (const entity of entities) {
      const scope = { world, organisationId, entity, by, options }
      results.push(options.rehearse ? await rehearse(scope, day) : await planAndMaybeSend(scope))
    }
    const runs = results.map(({ answer }) => answer)
    print(options.json === true, { organisation: slug, runs }, results.flatMap(linesOf))
  })
}

function dayOf(options: Options): Day | undefined {
  const { day } = options
  if (options.rehearse && options.send) throw new Mistake('Either --rehearse or --send, not both.')
  if (day === undefined) return undefined
  if (!options.rehearse) throw new Mistake('--day goes with --rehearse: a run is always of today.')
  if (isDay(day)) return day
  throw new Mistake(`There is no day "${day}": write it like 2026-12-01.`)
}

async function doerOf(world: World, email: string | undefined): Promise<Doer> {
  if (email === undefined) return { kind: 'operator' }
  const person = await personByEmail(world, email)
  if (!person) throw new Mistake(`Nobody has the address ${email} here.`)
  return { kind: 'person', id: person.id }
}

async function entitiesOf(
  world: World,
  organisationId: string,
  code: string | undefined,
): Promise<readonly Books[]> {
  const all = await inOrganisation(world.db, organisationId, (tx) =>
    openBooks(tx, organisationId, world.clock()),
  )
  const chosen = all.filter((entity) => code === undefined || entity.code === code)
  if (chosen.length > 0) return chosen
  const known = all.map((entity) => entity.code).join(', ')
  throw new Mistake(
    code === undefined
      ? 'There is no company in this organisation yet.'
      : `There is no company "${code}"; there are: ${known}`,
  )
}

type Report = Awaited<ReturnType<typeof reportRun>>
type Plan = Report['plan']

type Result = {
  readonly entity: Books
  readonly onDay: Day
  readonly plan: Plan
  readonly report: Report | null
  readonly answer: object
}

async function rehearse(
  { world, organisationId, entity }: Scope,
  day: Day | undefined,
): Promise<Result> {
  const onDay = day ?? entity.today
  const { plan } = await rehearseDay(world, { organisationId, legalEntityId: entity.id, onDay })
  const answer = { entity: entity.code, onDay, state: 'rehearsed', ...planAnswer(plan) }
  return { entity, onDay, plan, report: null, answer }
}

async function planAndMaybeSend(scope: Scope): Promise<Result> {
  const { world, organisationId, entity, by, options } = scope
  const { id: runId } = await orderRun(world, { organisationId, legalEntityId: entity.id, by })
  await planRun(world, { organisationId, runId })
  if (options.send) await send(scope, runId)
  const report = await reportRun(world, organisationId, runId)
  const { plan, state, progress, failure } = report
  const answer = {
    entity: entity.code,
    runId,
    onDay: entity.today,
    state,
    failure,
    ...planAnswer(plan),
    progress,
  }
  return { entity, onDay: entity.today, plan, report, answer }
}

async function send({ world, organisationId, by, options }: Scope, runId: string): Promise<void> {
  const {
    plan,
    state,
    readyMessages: expectedMessages,
  } = await reportRun(world, organisationId, runId)
  if (state === 'planned') {
    if (plan.isUnusual && !options.evenIfUnusual) {
      const { message } = plan.counts
      throw new Mistake(
        `${message} messages are far more than the usual ${plan.usual}: look at the run, or say --even-if-unusual.`,
      )
    }
    await approveRun(world, { organisationId, by }, { runId, expectedMessages })
  }
  await sendRun(world, { organisationId, runId })
}

function planAnswer(plan: Plan) {
  const { counts, groups, usual, isUnusual, errors } = plan
  return {
    counts,
    totals: plan.totals.map(amountOf),
    groups: groups.map((group) => ({ ...group, totals: group.totals.map(amountOf) })),
    usual,
    isUnusual,
    errors,
  }
}

function amountOf(money: Money) {
  return { amount: decimalOf(money), currency: money.currency }
}

function linesOf({ entity, onDay, plan, report }: Result): string[] {
  const { counts } = plan
  const totals = plan.totals.map((money) => `${decimalOf(money)} ${money.currency}`).join(', ')
  return [
    `${entity.name}, ${onDay}${report ? ` (${report.state})` : ' (rehearsed)'}`,
    `  will go     ${counts.message}${totals === '' ? '' : `, asking for ${totals}`}`,
    `  tasks       ${counts.task}`,
    `  held        ${counts.held}`,
    ...plan.groups
      .filter(({ decision }) => decision === 'held')
      .map(
        ({ key, customers }) => `    ${String(customers).padStart(5)} ${key.replaceAll('_', ' ')}`,
      ),
    `  to decide   ${counts.decisionNeeded}`,
    ...(counts.needsApproval > 0 ? [`  ask first   ${counts.needsApproval}`] : []),
    ...(counts.errors > 0 ? [`  broken      ${counts.errors}`] : []),
    ...(plan.isUnusual ? [`  UNUSUAL: usually ${plan.usual}`] : []),
    ...(report ? progressLines(report) : []),
  ]
}

function progressLines({ progress, state, failure }: Report): string[] {
  if (state === 'failed') return [`  failed: ${failure}`]
  if (state === 'planned') return ['  nothing sent: --send sends it']
  const { accepted, suppressed, refused, unknown, waiting, waitingForHours, failed } = progress
  const told: [string, number][] = [
    ['accepted by the mail server', accepted],
    ['suppressed at the last moment', suppressed],
    ['refused', refused],
    ['of unknown fate: a person decides', unknown],
    ['not written: see the run', failed],
    ['waiting for working hours there', waitingForHours],
    ['waiting for the mail server', waiting - waitingForHours],
  ]
  return told
    .filter(([, count], index) => index === 0 || count > 0)
    .map(([what, count]) => `  ${String(count).padStart(7)} ${what}`)
}
