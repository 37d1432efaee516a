import { expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { newId } from '../../../kernel/ids.ts'
import { racePairs } from '../../../testing/race-pairs.ts'
import { testApp } from '../../../testing/test-app.ts'
import {
  answered,
  changing,
  routesIn,
  walk,
  type Action,
  type Walk,
} from '../../../testing/walk.ts'
import { EVENT_NAMES } from '../contract.ts'
import { expireApprovals } from './approvals.ts'
import { decideByLink } from './by-link.ts'
import * as contract from './contract.ts'

const ASKED = '2026-11-18T12:00:00.000Z'
const JUST_BEFORE = '2026-11-25T12:00:00.000Z'
const AFTER = '2026-11-25T12:00:00.001Z'

type Subject = { readonly id: string; readonly customerId: string; readonly openItemId: string }

/** A house in which requests for promises until Christmas come into any state. */
async function house() {
  const app = await testApp({ now: ASKED })
  const { given, world, organisation, as, setNow } = app
  const lead = await given.personWith({ roles: ['sales_manager'], name: 'Ada' })
  const teamId = await given.team({ managerId: lead })
  const owner = await given.personWith({ roles: ['seller'], name: 'Sam', teamId })
  // A session of its own each time: in these stories days pass.
  const boss = () => as(lead)
  const seller = () => as(owner)
  const expire = () => expireApprovals(world, organisation)

  const ask = ({ customerId, openItemId }: Omit<Subject, 'id'>) => {
    const amount = { minor: 1_000_00, currency: 'EUR' }
    const promise = { openItemId, amount, promisedFor: '2026-12-24' }
    return seller().post(`/customers/${customerId}/approvals`, { promise })
  }
  async function asked(): Promise<Subject> {
    const customerId = await given.customer({ ownerId: owner })
    const dates = { dueOn: '2026-10-29', issuedOn: '2026-09-29' }
    const { openItemId } = await given.invoice(customerId, { totalMinor: 1_000_00, ...dates })
    const { status, body } = await ask({ customerId, openItemId })
    expect({ status, ...body }).toMatchObject({ status: 201 })
    const { id } = body
    return { id, customerId, openItemId }
  }
  const decide = ({ id }: Subject, decision: string, who = boss) =>
    who().post(`/approvals/${id}/decision`, { decision, note: 'So be it' })
  const byLink = ({ id }: Subject, decision: 'approved' | 'refused', personId = lead) => {
    const subject = { kind: 'approval', id }
    const reader = { personId, language: 'en' } as const
    const link = { id: newId(), organisationId: organisation, subject, ...reader }
    const note = 'By mail'
    return answered(() =>
      inOrganisation(world.db, organisation, (tx) =>
        decideByLink(tx, world, link, { decision, note }),
      ),
    )
  }
  const withdraw = ({ id }: Subject, who = seller) => who().post(`/approvals/${id}/withdrawal`, {})
  /** Does something at another time, and is back then. */
  async function at(instant: string, act: () => Promise<unknown>): Promise<unknown> {
    setNow(instant)
    const answer = await act()
    setNow(ASKED)
    return answer
  }
  const after = (act: (one: Subject) => Promise<unknown>) => async () => {
    const one = await asked()
    await act(one)
    return one
  }
  const reach = {
    asked,
    approved: after((one) => decide(one, 'approved')),
    refused: after((one) => decide(one, 'refused')),
    withdrawn: after((one) => withdraw(one)),
    expired: after(() => at(AFTER, expire)),
  }
  const stateOf = ({ id }: Subject) =>
    inOrganisation(world.db, organisation, async (tx) => {
      const rows = tx.selectFrom('approvals').select('state').where('id', '=', id)
      return (await rows.executeTakeFirstOrThrow()).state
    })
  return { ...app, lead, owner, boss, expire, ask, decide, byLink, withdraw, at, reach, stateOf }
}

type House = Awaited<ReturnType<typeof house>>
type Acts = Readonly<Record<string, Action<Subject>>>

function actsOf(app: House): Acts {
  const { boss, owner, expire, ask, decide, byLink, withdraw, at, given } = app
  return {
    'its approver approves': { by: 'decideApproval', act: (one) => decide(one, 'approved') },
    'its approver refuses': { act: (one) => decide(one, 'refused') },
    'its approver approves by link': { act: (one) => byLink(one, 'approved') },
    'its approver refuses by link': { act: (one) => byLink(one, 'refused') },
    'whoever asked approves by a link that was theirs': {
      act: (one) => byLink(one, 'approved', owner),
    },
    'whoever asked takes it back': { by: 'withdrawApproval', act: (one) => withdraw(one) },
    'another takes it back': { act: (one) => withdraw(one, boss) },
    'its approver approves, and the debt is paid': {
      prepare: ({ customerId, openItemId }) =>
        given.payment(customerId, { amountMinor: 1_000_00, openItemId }),
      act: (one) => decide(one, 'approved'),
    },
    'the same is asked for once more': { by: 'askForPromise', act: (one) => ask(one) },
    'its seven days are just not over': { act: () => at(JUST_BEFORE, expire) },
    'its seven days are over': { act: () => at(AFTER, expire) },
    'its approver approves after seven days': {
      act: (one) => at(AFTER, () => decide(one, 'approved')),
    },
  }
}

function walkOf(app: House): Walk<Subject> {
  const { world, organisation, reach, stateOf } = app
  const walking = { world, organisation, reach, actions: actsOf(app), stateOf }
  return { ...walking, title: 'Approval', table: 'approvals', subjects: ['approval'] }
}

test('everything that can be done with a request in each of its states does what is written', async () => {
  const app = await house()
  const doing = walkOf(app)
  const { wrong, told, states } = await walk(doing)

  expect(wrong).toEqual([])
  expect(states).toEqual(contract.APPROVAL_STATES)
  expect(told).toEqual(EVENT_NAMES.filter((name) => name.startsWith('approval.')).toSorted())
  expect(routesIn(doing.actions)).toEqual(changing(contract))
})

test('P03 of two who act at once on a request, one comes after the other', async () => {
  const app = await house()
  const doing = walkOf(app)
  const whats = [
    'its approver approves',
    'its approver refuses by link',
    'whoever asked takes it back',
    'the clock looks',
  ]
  const clock = { 'the clock looks': { act: app.expire } }
  const racing = { ...doing, actions: { ...doing.actions, ...clock } }
  expect(await racePairs(racing, app.reach.asked, whats)).toEqual([])

  // Whoever began in time decides in time; the clock looks a moment later.
  const late = { 'the clock looks': { act: () => app.at(AFTER, app.expire) } }
  const latest = { ...doing, actions: { ...doing.actions, ...late } }
  const both = ['the clock looks', 'its approver approves']
  expect(await racePairs(latest, app.reach.asked, both)).toEqual([])
})
