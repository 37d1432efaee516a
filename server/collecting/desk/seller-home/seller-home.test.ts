import { expect, test } from 'vitest'

import { day, instant } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { collectingApp } from '../../../testing/collecting-app.ts'
import { rebuildWorklist } from '../index.ts'

const names = (cards: { customer: { name: string } }[]) => cards.map((one) => one.customer.name)

async function home() {
  const app = await collectingApp({ now: '2026-03-04T08:00:00Z' })
  const { given, as, world, organisationId } = app
  const seller = await given.person('seller')
  const owned = async (name: string) => {
    const id = await given.customer({ name, ownerId: seller })
    await given.invoice(id, { dueOn: '2026-02-02', issuedOn: '2026-01-03' })
    return id
  }
  const lists = async (who = seller) => {
    await rebuildWorklist(world, organisationId)
    return (await as(who).get('/seller-home')).body
  }
  return { ...app, seller, owned, lists }
}

test('what rings or begins first is on top of what needs the seller', async () => {
  const { given, seller, owned, lists } = await home()
  const [later, meeting, soon] = [await owned('Later'), await owned('Meeting'), await owned('Soon')]
  await owned('Finance')
  await given.ball(later, seller, 5)
  await given.meeting(meeting, seller, '2026-03-06')
  await given.ball(soon, seller, 1)
  const { needsYou, withFinance } = await lists()
  expect(names(needsYou)).toEqual(['Soon', 'Meeting', 'Later'])
  expect(needsYou).toMatchObject([
    { ballUntil: '2026-03-05', meetingOn: null },
    { ballUntil: null, meetingOn: '2026-03-06', meetingAt: null },
    { ballUntil: '2026-03-09' },
  ])
  expect(names(withFinance)).toEqual(['Finance'])
})

test('a manager reads whose customer each is', async () => {
  const { given, as, lists } = await home()
  const lead = await given.person('sales_manager')
  const teamId = await given.team({ managerId: lead })
  const sam = await given.personWith({ roles: ['seller'], name: 'Sam', teamId })
  const late = await given.customer({ ownerId: sam })
  await given.invoice(late, { dueOn: '2026-02-02', issuedOn: '2026-01-03' })
  const payer = await given.customer({ ownerId: sam })
  await given.payment(payer, { amountMinor: 5_00, receivedOn: '2026-02-20' })
  const owner = { id: sam, name: 'Sam' }
  const told = { withFinance: [{ owner }], paid: [{ owner }] }
  expect(await lists(sam)).toMatchObject(told)
  expect((await as(lead).get('/seller-home')).body).toMatchObject(told)
})

test('whom a task waits for is told what it is, the longest waiting; one of later or of finance is none', async () => {
  const { given, organisationId, seller, owned, lists } = await home()
  const id = await owned('Task')
  const add = (kind: 'call' | 'visit' | 'letter', dueOn: string, lane: 'seller' | 'finance') =>
    given.within((tx) =>
      tx
        .insertInto('tasks')
        .values({
          id: newId(),
          organisationId,
          customerId: id,
          kind,
          lane,
          dueOn: day(dueOn),
          assigneeId: seller,
          createdAt: instant('2026-03-01T08:00:00Z'),
        })
        .execute(),
    )
  await add('letter', '2026-02-20', 'finance')
  await add('visit', '2026-03-05', 'seller')
  expect(await lists()).toMatchObject({ needsYou: [], withFinance: [{ task: null }] })
  await add('call', '2026-03-04', 'seller')
  expect((await lists()).needsYou).toMatchObject([{ task: { kind: 'call', dueOn: '2026-03-04' } }])
  await add('visit', '2026-03-02', 'seller')
  expect((await lists()).needsYou).toMatchObject([{ task: { kind: 'visit', dueOn: '2026-03-02' } }])
})

test('money is news until one met, spoke to them, or said thanks', async () => {
  const { given, as, seller, lists, setNow } = await home()
  const id = await given.customer({ name: 'Payer', ownerId: seller })
  const pay = (receivedOn: string) => given.payment(id, { amountMinor: 5_00, receivedOn })
  await pay('2026-02-20')
  expect(names((await lists()).paid)).toEqual(['Payer'])

  const other = await given.person('seller')
  expect((await as(other).post(`/customers/${id}/thanks`)).body.code).toBe('no_such_customer')
  expect((await as(seller).post(`/customers/${id}/thanks`)).status).toBe(201)
  expect((await lists()).paid).toEqual([])

  setNow('2026-03-06T08:00:00Z')
  await pay('2026-03-05')
  expect((await lists()).paid).toMatchObject([{ paid: [{ minor: 5_00, currency: 'EUR' }] }])
  await given.meeting(id, seller, '2026-03-05')
  expect((await lists()).paid).toEqual([])
})

test('thanks that were crossed off by mistake are taken back, one’s own only', async () => {
  const { given, as, seller, lists } = await home()
  const id = await given.customer({ name: 'Payer', ownerId: seller })
  await given.payment(id, { amountMinor: 5_00, receivedOn: '2026-02-20' })
  const { body } = await as(seller).post(`/customers/${id}/thanks`)
  const url = `/customers/${id}/thanks/${body.id}`
  const foreign = await as('sales_manager').delete(url)
  expect(foreign.status).toBe(404)
  expect((await lists()).paid).toEqual([])

  const answers = await Promise.all([as(seller).delete(url), as(seller).delete(url)])
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 404])
  expect(names((await lists()).paid)).toEqual(['Payer'])
})
