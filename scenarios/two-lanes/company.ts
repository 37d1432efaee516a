import PostalMime from 'postal-mime'
import { expect, onTestFinished, vi } from 'vitest'

import { sealEvents } from '../../server/access/index.ts'
import { deskJobs } from '../../server/collecting/desk/index.ts'
import { defaultPlaybooks } from '../../server/collecting/playbooks/rules/defaults.ts'
import { startWorker } from '../../server/jobs/jobs.ts'
import { addDays, day, type Day } from '../../server/kernel/day.ts'
import { notifyingJobs } from '../../server/notifying/index.ts'
import { jobsOf } from '../../server/rooms.ts'
import type { Visit } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'
import { collectingIn } from '../../server/testing/collecting-app.ts'
import { multipartOf } from '../../server/testing/given/imports.ts'
import { givenSession } from '../../server/testing/given/people.ts'

const [STANDARD] = defaultPlaybooks('en')

/** Nine o'clock in Berlin, in winter and in summer. */
export const hourOf = (on: string) => `${on}T${on < '2026-03-29' ? '08' : '07'}:00:00Z`

type Entry = {
  readonly customerName: string
  readonly decision: string
  readonly stepKey: string
  readonly state: string
  readonly reasons: readonly { readonly code: string }[]
  readonly outcome: readonly { readonly code: string }[]
}

/**
 * A company whose days pass: a seller and their manager, a collector who sends each day's run, jobs,
 * a mail server, and browsers for whoever wants to look.
 */
export async function companyFrom(first: string) {
  const house = await openHouse({ now: hourOf(first) })
  const app = await collectingIn(house, STANDARD?.content)
  const { world, given } = app
  const boss = await given.personWith({ roles: ['sales_manager'], name: 'Klara Keller' })
  const team = await given.team({ name: 'North', managerId: boss })
  const seller = await given.personWith({ roles: ['seller'], name: 'Sam Seller', teamId: team })
  const collectorId = await app.personOf('collector')
  const worker = await startWorker({ ...world, jobs: jobsOf(world) })
  onTestFinished(() => worker.stop())
  const people = { boss, seller, collectorId }
  return {
    ...app,
    ...daysOf(app, day(first)),
    ...mailsOf(app),
    ...eyesOf(app),
    ...bellsOf(app),
    ...people,
  }
}

type App = Awaited<ReturnType<typeof collectingIn<Awaited<ReturnType<typeof openHouse>>>>>

function daysOf(app: App, first: Day) {
  const { world, organisation: organisationId, given, as } = app
  const clockwork = [...deskJobs(world), ...notifyingJobs(world)].filter(({ task }) =>
    ['desk:day', 'desk:follow', 'notifying:follow'].includes(task),
  )
  let today = first

  /** What the clock does within the hour. */
  async function hour(): Promise<void> {
    await sealEvents(world, organisationId)
    for (const { work } of clockwork) await work({ organisationId })
  }

  /** Nine o'clock of a day: jobs, the day's run, sent by the collector. What the run said of each. */
  async function morning(on: Day): Promise<string[]> {
    today = on
    app.setNow(hourOf(on))
    await given.freshFacts()
    await hour()
    await app.tick()
    const { body } = await as('collector').get('/runs?limit=1')
    const run = body.rows.find(({ onDay }: { onDay: string }) => onDay === on)
    if (!run) return []
    await app.approve(run.id)
    await app.sendAgain(run.id)
    // The worker may have begun with it; either way it ends.
    const isSending = async () => (await as('collector').get(`/runs/${run.id}`)).body.state
    await vi.waitFor(async () => expect(await isSending()).not.toBe('sending'), 20_000)
    const entries = await as('collector').get(`/runs/${run.id}/entries?limit=200`)
    await hour()
    return entries.body.rows.map(lineOf)
  }

  /** The mornings until a day comes, with what each brought; the day itself is not begun. */
  async function until(on: string): Promise<string[]> {
    const lines: string[] = []
    for (let next = addDays(today, 1); next < on; next = addDays(next, 1)) {
      lines.push(...(await morning(next)).map((line) => `${next} ${line}`))
    }
    return lines
  }

  return { hour, morning, until }
}

/** What people see and do with their own hands: each has one device, whatever the day. */
function eyesOf({ world, organisation, origin, visit, as, given }: App) {
  const devices = new Map<string, Visit>()

  /** Opens a page on somebody's device, with the clock of the story; they sign in anew each time. */
  async function look(personId: string, path: string, size: 'phone' | 'desktop' = 'phone') {
    const time = world.clock()
    const known = devices.get(personId)
    const device = known ?? (await visit(personId, '/sign-in', { size }))
    devices.set(personId, device)
    const { page, context } = device
    const value = await givenSession(world, organisation, personId)
    await context.addCookies([{ name: 'goodterms', value, url: origin }])
    await (known ? page.clock.setSystemTime(time) : page.clock.install({ time }))
    await page.goto(path)
    return page
  }

  /** What came into the bank, dropped on the import page and taken in, as a collector does it. */
  async function importPayments(personId: string, rows: readonly string[]): Promise<void> {
    const page = await look(personId, '/import', 'desktop')
    const buffer = Buffer.from(bankList(rows))
    const file = { name: 'bank.csv', mimeType: 'text/csv', buffer }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.getByRole('button', { name: 'Compare with the ledger' }).click()
    await page.getByRole('button', { name: 'Take it into the ledger' }).click()
    await page.getByText('The file is in the ledger.').waitFor()
  }

  /** The next list of the same kind, whose columns are known: the same without looking at the page. */
  async function takeInPayments(personId: string, rows: readonly string[]): Promise<void> {
    const asker = as(personId)
    const { body, headers } = multipartOf([{ name: 'bank.csv', content: bankList(rows) }])
    const entityId = await given.theEntity()
    const sent = await asker.post(`/imports?legalEntityId=${entityId}`, body, headers)
    const at = `/imports/${sent.body.imports[0].id}`
    const reached = (state: string) =>
      vi.waitFor(async () => expect((await asker.get(at)).body).toMatchObject({ state }), 20_000)
    await reached('to_apply')
    await asker.post(`${at}/application`, { goodRows: false })
    await reached('applied')
  }

  /** What consoles, pages and the network complained about on all devices. */
  const problems = () => [...devices.values()].flatMap((device) => device.problems)
  return { look, importPayments, takeInPayments, problems }
}

function bankList(rows: readonly string[]): string {
  return ['Payment date;Customer no;Invoice no;Amount', ...rows].join('\r\n')
}

function mailsOf({ mail }: App) {
  let seen = 0
  /** What arrived since one last looked. */
  async function newMails() {
    const all = await mail.received()
    const mails = all.slice(seen)
    seen = all.length
    return Promise.all(
      mails.map(async ({ to, source }) => ({ ...(await PostalMime.parse(source)), to: to.join() })),
    )
  }
  return { newMails }
}

function lineOf({ customerName, decision, stepKey, state, reasons, outcome }: Entry): string {
  const why = [...reasons, ...outcome].map(({ code }) => code).join(', ')
  const fate = state === 'suppressed' || state === 'failed' ? state : decision
  return `${customerName}: ${fate} ${stepKey}${why && ` (${why})`}`
}

function bellsOf({ as }: App) {
  /** What somebody finds in their bell. */
  async function titles(who: string): Promise<string[]> {
    const { body } = await as(who).get('/notifications')
    return body.rows.map(({ title }: { title: string }) => title)
  }
  return { titles }
}
