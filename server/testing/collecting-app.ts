import type { PlaybookContent } from '../collecting/playbooks/rules/content.ts'
import { continueSending, orderRun, planRun, sendRun } from '../collecting/runs/index.ts'
import { orderDueRuns, planAndMaybeSend } from '../collecting/runs/schedule.ts'
import { addSeconds } from '../kernel/day.ts'
import { playbook, stepAt } from './gate-facts.ts'
import { givenCollecting } from './given/collecting.ts'
import { mailServer } from './mail/mail-server.ts'
import { testApp } from './test-app.ts'

const ladder: PlaybookContent = playbook({
  steps: [
    stepAt('friendly', 3, { templateKey: 'reminder_friendly', fallbackChannels: ['call'] }),
    stepAt('firm', 14, { templateKey: 'reminder_firm', fallbackChannels: ['call'] }),
    stepAt('final', 28, { templateKey: 'reminder_final', announces: 'management_call' }),
    stepAt('call', 35, { channel: 'call', templateKey: null, fallbackChannels: ['letter'] }),
  ],
}).content

type Options = {
  /** An instant; 9:00 in Berlin on Wednesday 4 March 2026 unless another is given. */
  readonly now?: string
  readonly content?: Partial<PlaybookContent>
}

/** An organisation with a playbook and a mail server of its own, and a collector who runs the day. */
export async function collectingApp({ now = '2026-03-04T08:00:00Z', content = {} }: Options = {}) {
  return collectingIn(await testApp({ now }), content)
}

/** The same in an app that is there already: one that listens to browsers, say. */
export async function collectingIn<App extends Awaited<ReturnType<typeof testApp>>>(
  app: App,
  content: Partial<PlaybookContent> = {},
) {
  const { world, organisation: organisationId } = app
  const given = { ...app.given, ...givenCollecting(world, organisationId) }
  const mail = await mailServer()
  await given.mailSettings(mail)
  const playbookId = await given.playbook('Standard', { ...ladder, ...content })
  const collector = app.as('collector')
  const by = { kind: 'person', id: await app.personOf('collector') } as const

  /** A customer who owes one invoice, due so many days ago, with a contact. */
  async function debtor(fields: { daysLate?: number; email?: string; totalMinor?: number } = {}) {
    const { daysLate = 5, totalMinor = 100_00, ...contact } = fields
    const dueOn = daysAgo(daysLate)
    const id = await given.customer({ language: 'en' })
    if (contact.email !== '') await given.contact(id, contact)
    const invoice = await given.invoice(id, { dueOn, issuedOn: daysAgo(daysLate + 30), totalMinor })
    return { ...invoice, invoiceId: invoice.id, id }
  }

  function daysAgo(days: number): string {
    return addSeconds(world.clock(), -days * 86_400).slice(0, 10)
  }

  async function plan(again = false): Promise<string> {
    const legalEntityId = await given.theEntity()
    const run = await orderRun(world, { organisationId, legalEntityId, by, again })
    await planRun(world, { organisationId, runId: run.id })
    return run.id
  }

  /** Approves what is there, waits for the time to take it back, and sends. */
  async function send(runId: string): Promise<void> {
    await approve(runId)
    await sendRun(world, { organisationId, runId })
  }

  function sendAgain(runId: string): Promise<void> {
    return sendRun(world, { organisationId, runId })
  }

  async function approve(runId: string) {
    const asker = app.as('collector')
    const { body } = await asker.get(`/runs/${runId}/entries?decision=message&limit=200`)
    const ready = body.rows.filter(
      (row: { needsApproval: boolean; isApproved: boolean; state: string }) =>
        row.state === 'planned' && (!row.needsApproval || row.isApproved),
    )
    return asker.post(`/runs/${runId}/approval`, { expectedMessages: ready.length })
  }

  async function planAndSend(): Promise<string> {
    const runId = await plan()
    await send(runId)
    return runId
  }

  /** 'message friendly', 'held minimum_gap', 'nothing': what a run said of a customer. */
  async function told(runId: string, customerId: string): Promise<string> {
    const row = await entryOf(runId, customerId)
    if (!row) return 'nothing'
    if (row.state === 'suppressed' || row.state === 'failed') {
      return `${row.state} ${row.outcome[0]?.code}`
    }
    return row.decision === 'held'
      ? `held ${row.reasons[0]?.code}`
      : `${row.decision} ${row.stepKey}`
  }

  async function entryOf(runId: string, customerId: string) {
    // A session of its own: in a story days pass, and sessions end.
    const { body } = await app.as('collector').get(`/runs/${runId}/entries?limit=200`)
    return body.rows.find((row: { customerId: string }) => row.customerId === customerId)
  }

  const rows = {
    messages: () =>
      given.within((tx) => tx.selectFrom('messages').selectAll().orderBy('id').execute()),
    reached: () =>
      given.within((tx) => tx.selectFrom('reachedSteps').selectAll().orderBy('id').execute()),
    tasks: () => given.within((tx) => tx.selectFrom('tasks').selectAll().orderBy('id').execute()),
  }

  return {
    ...app,
    given,
    mail,
    organisationId,
    playbookId,
    collector,
    debtor,
    daysAgo,
    plan,
    approve,
    send,
    sendAgain,
    planAndSend,
    told,
    entryOf,
    rows,
    /** One tick of the scheduler, with the jobs that it asks for. */
    tick: async () => {
      await orderDueRuns(world, organisationId)
      const planning = await given.within((tx) =>
        tx.selectFrom('runs').select('id').where('state', '=', 'planning').execute(),
      )
      for (const { id: runId } of planning) {
        await planAndMaybeSend(world, { organisationId, runId })
      }
      await continueSending(world, organisationId)
    },
    tend: () => continueSending(world, organisationId),
  }
}
