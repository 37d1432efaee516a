import { sealEvents } from '../access/index.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { sendDue } from '../notifying/send.ts'
import { followNews } from '../notifying/tell.ts'
import { collectingApp } from './collecting-app.ts'

export const ALWAYS = {
  minAmountMinor: {},
  minDaysLate: null,
  segment: null,
  lane: null,
  customers: [],
}

/** A rule of the organisation that tells the seller in the application of new disputes. */
export const RULE = {
  name: 'A rule',
  events: ['dispute.opened'],
  condition: ALWAYS,
  people: ['owner'],
  named: [] as string[],
  channels: ['in_app'],
  targetId: null as string | null,
  pace: 'now',
  isOn: true,
  isMine: false,
}

/** An organisation with two sellers, a customer of the first, and rules that follow what happens. */
export async function notifyingApp(fields: { now?: string } = {}) {
  const app = await collectingApp({ now: fields.now ?? '2026-03-04T08:00:00Z' })
  const { given, world, organisationId } = app
  const seller = await given.personWith({ roles: ['seller'], name: 'Sam Seller' })
  const colleague = await given.personWith({ roles: ['seller'], name: 'Cora Colleague' })
  const customerId = await given.customer({ name: 'Brasserie du Port', ownerId: seller })
  const invoice = await given.invoice(customerId, { totalMinor: 431_000 })
  const admin = app.as('administrator')

  /** The minute's job. */
  async function minute(): Promise<void> {
    await sealEvents(world, organisationId)
    await followNews(world, organisationId)
    await sendDue(world, organisationId)
  }

  const dispute = (amountMinor = 1000_00) =>
    app.collector.post(`/receivables/${invoice.id}/disputes`, { reason: 'price', amountMinor })
  const titles = async (who: string): Promise<string[]> =>
    (await app.as(who).get('/notifications')).body.rows.map(({ title }: { title: string }) => title)
  const rows = () =>
    inOrganisation(world.db, organisationId, (tx) =>
      tx.selectFrom('notifications').selectAll().orderBy('id').execute(),
    )
  const deliveries = () =>
    inOrganisation(world.db, organisationId, (tx) =>
      tx.selectFrom('notificationDeliveries').selectAll().orderBy('id').execute(),
    )
  const rule = (changes: object = {}) => admin.post('/notification-rules', { ...RULE, ...changes })

  return {
    ...app,
    seller,
    colleague,
    customerId,
    invoice,
    admin,
    minute,
    dispute,
    titles,
    rows,
    deliveries,
    rule,
  }
}
