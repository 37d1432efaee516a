import { sealEvents } from '../access/index.ts'
import { sendDue } from '../notifying/send.ts'
import { followNews } from '../notifying/tell.ts'
import { linkIn } from './asked-question.ts'
import { collectingApp } from './collecting-app.ts'

const FORM = 'application/x-www-form-urlencoded'

type Fields = {
  readonly language?: 'en' | 'de' | 'fr' | 'es'
  readonly note?: string
  readonly customerName?: string
}

/** A seller, their manager and a credit manager; a promise for which the seller's mandate is too small. */
export async function askedApproval(fields: Fields = {}) {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  const { given, world, organisationId } = app
  const boss = await given.personWith({
    roles: ['sales_manager'],
    name: 'Ada Manager',
    email: 'ada@example.test',
  })
  const teamId = await given.team({ managerId: boss })
  const owner = await given.personWith({ roles: ['seller'], name: 'Sam Seller', teamId })
  const customerId = await given.customer({
    name: fields.customerName ?? 'Brasserie du Port',
    ownerId: owner,
  })
  const invoice = await given.invoice(customerId, {
    totalMinor: 431_000,
    issuedOn: '2026-01-02',
    dueOn: '2026-02-02',
  })
  if (fields.language) {
    await world.db
      .updateTable('people')
      .set({ language: fields.language })
      .where('id', '=', boss)
      .execute()
  }
  const seller = app.as(owner)

  function ask(promisedFor = '2026-05-04') {
    return seller.post(`/customers/${customerId}/approvals`, {
      promise: {
        openItemId: invoice.openItemId,
        amount: { minor: 431_000, currency: 'EUR' },
        promisedFor,
      },
      note: fields.note ?? 'Their bank needs until April',
    })
  }

  /** The minute's job: who is told of what, and what leaves. */
  async function minute(): Promise<void> {
    await sealEvents(world, organisationId)
    await followNews(world, organisationId)
    await sendDue(world, organisationId)
  }

  async function linkTo(address: string): Promise<string> {
    const received = await app.mail.received()
    return linkIn(received.findLast(({ to }) => to.includes(address)))
  }

  const read = (path: string, headers: Record<string, string> = {}) =>
    app.app.inject({ method: 'GET', url: path, headers })
  /** A form as a browser sends it: what is ticked stands in it once for each. */
  const submit = (path: string, form: Record<string, string | readonly string[]>) =>
    app.app.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': FORM },
      payload: new URLSearchParams(
        Object.entries(form).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      ).toString(),
    })
  const approvals = () =>
    given.within((tx) => tx.selectFrom('approvals').selectAll().orderBy('id').execute())
  const links = () =>
    given.within((tx) => tx.selectFrom('signedLinks').selectAll().orderBy('id').execute())

  return {
    ...app,
    boss,
    owner,
    teamId,
    customerId,
    invoice,
    seller,
    manager: app.as(boss),
    ask,
    minute,
    linkTo,
    read,
    submit,
    approvals,
    links,
  }
}
