import PostalMime from 'postal-mime'
import { expect, test, vi } from 'vitest'

import { deskJobs } from '../server/collecting/desk/index.ts'
import { defaultPlaybooks } from '../server/collecting/playbooks/rules/defaults.ts'
import { addDays, day, type Day } from '../server/kernel/day.ts'
import { collectingApp } from '../server/testing/collecting-app.ts'

vi.setConfig({ testTimeout: 180_000 })

const [STANDARD] = defaultPlaybooks('en')

/** Nine o'clock in Berlin, in winter and in summer. */
const hourOf = (on: string) => (on < '2026-03-29' ? `${on}T08:00:00Z` : `${on}T07:00:00Z`)

/** A company with the playbook that came along, and a collector who sends each day's run. */
async function office() {
  const app = await collectingApp({ now: hourOf('2026-03-02'), content: STANDARD?.content ?? {} })
  const legalEntityId = await app.given.theEntity()
  const deskDay = deskJobs(app.world).find(({ task }) => task === 'desk:day')
  let seen = 0

  /** Plans and sends what a day brings, as the clock and a collector do; null where there is no run. */
  async function runOf(on: string) {
    app.setNow(hourOf(on))
    await deskDay?.work({ organisationId: app.organisation })
    await app.tick()
    const { body } = await app.as('collector').get('/runs?limit=1')
    const run = body.rows.find(({ onDay }: { onDay: string }) => onDay === on)
    if (!run) return null
    expect((await app.approve(run.id)).status).toBe(202)
    await app.sendAgain(run.id)
    const entries = await app.as('collector').get(`/runs/${run.id}/entries?limit=200`)
    return entries.body.rows.map(lineOf).toSorted()
  }

  /** What a run of a later day would decide, as known now. */
  async function rehearsed(onDay: string) {
    const asked = await app.as('collector').post('/rehearsals', { legalEntityId, onDay })
    return asked.body.entries.map(lineOf).toSorted()
  }

  async function newMails() {
    const all = await app.mail.received()
    const mails = all.slice(seen)
    seen = all.length
    return Promise.all(
      mails.map(async ({ to, source }) => ({ ...(await PostalMime.parse(source)), to: to.join() })),
    )
  }

  return { ...app, runOf, rehearsed, newMails }
}

type Row = {
  readonly customerName: string
  readonly decision: string
  readonly stepKey: string
  readonly reasons: readonly { readonly code: string }[]
}

function lineOf({ customerName, decision, stepKey, reasons }: Row): string {
  const why = reasons.map(({ code }) => code).join(', ')
  return `${customerName}: ${decision} ${stepKey}${why && ` (${why})`}`
}

/** Customers of one service centre and two others; what they owe, by number. */
async function customers({
  given,
  world,
  organisation,
  personOf,
}: Awaited<ReturnType<typeof office>>) {
  const collectorId = await personOf('collector')
  const keys = await world.secrets.of(organisation)
  const centre = { name: 'Ada Example', email: 'ada@group.test', phoneHash: keys.hash('+49301') }
  const ids: Record<string, string> = {}
  for (const [name, contact] of [
    ['Brasserie', centre],
    ['Talleres', centre],
    ['Kontor', { name: 'Kim Kontor', email: 'kim@kontor.test' }],
    ['Nordlicht', { name: 'Jens Petersen', email: 'jens@nordlicht.test' }],
  ] as const) {
    ids[name] = await given.customer({ name, language: 'en', collectorId })
    await given.contact(ids[name], contact)
  }
  const items: Record<string, { customerId: string; openItemId: string }> = {}
  for (const [number, name, totalMinor, dueOn] of [
    ['B-1', 'Brasserie', 5_000_00, '2026-03-10'],
    ['B-2', 'Brasserie', 800_00, '2026-03-24'],
    ['K-1', 'Kontor', 400_00, '2026-03-13'],
    ['K-2', 'Kontor', 1_100_00, '2026-03-25'],
    ['N-1', 'Nordlicht', 1_500_00, '2026-03-17'],
    ['N-2', 'Nordlicht', 500_00, '2026-03-27'],
    ['T-1', 'Talleres', 300_00, '2026-03-27'],
  ] as const) {
    const customerId = ids[name] ?? ''
    const issuedOn = addDays(day(dueOn), -28)
    const { openItemId } = await given.invoice(customerId, { number, totalMinor, issuedOn, dueOn })
    items[number] = { customerId, openItemId }
  }
  const pay = async (number: string, amountMinor: number, receivedOn: string) => {
    const { customerId = '', openItemId = '' } = items[number] ?? {}
    await given.payment(customerId, { amountMinor, openItemId, receivedOn })
  }
  return { ids, pay }
}

/** What came in, by day: part of B-1, then the rest; the others pay sooner. */
const MONEY: Readonly<Record<string, readonly (readonly [number: string, minor: number])[]>> = {
  '2026-03-25': [['N-1', 1_500_00]],
  '2026-03-30': [
    ['B-1', 3_000_00],
    ['K-1', 400_00],
    ['K-2', 1_100_00],
  ],
  '2026-03-31': [['N-2', 500_00]],
  '2026-04-09': [['T-1', 300_00]],
  '2026-04-28': [
    ['B-1', 2_000_00],
    ['B-2', 800_00],
  ],
}

/** The server is off from Tuesday to Thursday; before that no ledger came for three days. */
const isOff = (on: string) => on >= '2026-03-24' && on <= '2026-03-26'
const isStale = (on: string) => on >= '2026-03-18' && on <= '2026-03-20'

test('an invoice goes unpaid for sixty days, and each day has its reasons', async () => {
  const company = await office()
  const { given, setNow, rows, personOf } = company
  await given.policy({ messagesPerPersonIn30Days: 3 })
  const { pay } = await customers(company)

  const told: string[] = []
  const foretold: string[] = []
  const letters = new Map<string, Awaited<ReturnType<typeof company.newMails>>>()
  let ahead: { on: Day; lines: string[] } | null = null
  for (let on = day('2026-03-02'); on <= '2026-05-01'; on = addDays(on, 1)) {
    setNow(hourOf(on))
    for (const [number, minor] of MONEY[on] ?? []) await pay(number, minor, on)
    if (on === '2026-04-15') await callMade(company)
    if (isOff(on)) continue
    if (!isStale(on)) await given.freshFacts()

    const lines = await company.runOf(on)
    told.push(...(lines ?? []).map((line: string) => `${on} ${line}`))
    const mails = await company.newMails()
    letters.set(on, mails)
    told.push(...mails.map(({ to, subject }) => `${on} mail to ${to}: ${subject}`).toSorted())
    const isForeseeable = ahead?.on === on && !MONEY[on] && !isStale(on)
    if (lines && ahead && isForeseeable && lines.join() !== ahead.lines.join()) {
      foretold.push(`${on}: ${ahead.lines.join()} but ${lines.join()}`)
    }
    ahead = { on: addDays(on, 1), lines: await company.rehearsed(addDays(on, 1)) }
  }

  expect(told).toEqual(EXPECTED)
  expect(foretold).toEqual([])
  // Three days late, and dated by the day on which it left.
  expect(letters.get('2026-03-27')?.[0]?.text).toContain('27 March 2026')
  expect(await rows.tasks()).toMatchObject([
    { kind: 'call', dueOn: '2026-04-14', state: 'done' },
    {
      kind: 'decision',
      assigneeId: await personOf('collector'),
      dueOn: '2026-04-26',
      state: 'dropped',
      outcome: 'paid',
    },
  ])
})

async function callMade({ rows, as }: Awaited<ReturnType<typeof office>>): Promise<void> {
  const [call] = await rows.tasks()
  const made = { outcome: 'not_reached', note: '' }
  expect((await as('collector').post(`/tasks/${call?.id}/completion`, made)).status).toBe(201)
}

const EXPECTED = [
  // Five days before it is due; the smaller one is below what a courtesy is for.
  '2026-03-05 Brasserie: message courtesy',
  '2026-03-05 mail to ada@group.test: Due on 10 March 2026: invoice B-1',
  '2026-03-12 Nordlicht: message courtesy',
  '2026-03-12 mail to jens@nordlicht.test: Due on 17 March 2026: invoice N-1',
  '2026-03-13 Brasserie: message friendly',
  '2026-03-13 mail to ada@group.test: Could you have a look? invoice B-1, €5,000.00',
  '2026-03-16 Kontor: message friendly',
  '2026-03-16 mail to kim@kontor.test: Could you have a look? invoice K-1, €400.00',
  // No ledger for three days: nothing is said that may no longer be true.
  '2026-03-20 Nordlicht: held friendly (ledger_stale)',
  '2026-03-23 Nordlicht: message friendly',
  '2026-03-23 mail to jens@nordlicht.test: Could you have a look? invoice N-1, €1,500.00',
  // Back after three days off: what came due meanwhile goes once; who paid meanwhile is thanked.
  '2026-03-27 Brasserie: message firm',
  '2026-03-27 Kontor: message firm',
  '2026-03-27 Nordlicht: message thank_you',
  '2026-03-27 mail to ada@group.test: Overdue: 2 invoices, €5,800.00',
  '2026-03-27 mail to jens@nordlicht.test: Thank you for your payment of €1,500.00',
  '2026-03-27 mail to kim@kontor.test: Overdue: 2 invoices, €1,500.00',
  '2026-03-30 Nordlicht: held friendly (minimum_gap, frequency_cap)',
  // The same person has had three mails in thirty days.
  '2026-03-30 Talleres: held friendly (frequency_cap)',
  // Two payments of one day are one word of thanks.
  '2026-03-31 Kontor: message thank_you',
  '2026-03-31 Talleres: held friendly (frequency_cap)',
  '2026-03-31 mail to kim@kontor.test: Thank you for your payment of €1,500.00',
  '2026-04-01 Talleres: held friendly (frequency_cap)',
  '2026-04-02 Talleres: held friendly (frequency_cap)',
  // After Easter; the part that was paid is not asked for.
  '2026-04-07 Brasserie: message final',
  '2026-04-07 Talleres: held friendly (frequency_cap)',
  '2026-04-07 mail to ada@group.test: Final notice: €2,800.00 by 14 April 2026',
  '2026-04-08 Talleres: held friendly (frequency_cap)',
  // What the notice said would follow.
  '2026-04-14 Brasserie: task call',
  '2026-04-21 Brasserie: decision_needed decision_needed (ladder_exhausted)',
  '2026-04-22 Brasserie: held final (decision_open)',
  '2026-04-23 Brasserie: held final (decision_open)',
  '2026-04-24 Brasserie: held final (decision_open)',
  '2026-04-27 Brasserie: held final (decision_open)',
  '2026-04-29 Brasserie: message thank_you',
  '2026-04-29 mail to ada@group.test: Thank you for your payment of €2,800.00',
]

test('a changed playbook then does, day by day, what its rehearsal said', async () => {
  const company = await office()
  const { as, playbookId, given, setNow } = company
  await customers(company)
  await given.freshFacts()
  const { steps = [] } = STANDARD?.content ?? {}
  const content = {
    ...STANDARD?.content,
    steps: steps.map((step) => (step.key === 'friendly' ? { ...step, offsetDays: 6 } : step)),
  }
  await as('credit_manager').put(`/playbooks/${playbookId}/draft`, { content })
  const { body } = await as('credit_manager').post(`/playbooks/${playbookId}/draft/rehearsal`, {})
  const switched = await as('credit_manager').post(`/playbooks/${playbookId}/switch-on`, {
    version: 2,
  })
  expect(switched.status).toBe(200)

  const foreseen = body.days
    .filter(({ on }: { on: string }) => on > '2026-03-02')
    .map((one: { on: string; new: { messages: number; tasks: number } }) => ({
      on: one.on,
      ...one.new,
    }))
  const happened = []
  for (const { on } of foreseen) {
    setNow(hourOf(on))
    await given.freshFacts()
    const lines = (await company.runOf(on)) ?? []
    const count = (kind: string) =>
      lines.filter((line: string) => line.includes(`: ${kind} `)).length
    happened.push({ on, messages: count('message'), tasks: count('task') })
  }
  expect(happened).toEqual(foreseen)
  expect(happened.filter(({ messages }) => messages > 0).length).toBeGreaterThan(5)
})
