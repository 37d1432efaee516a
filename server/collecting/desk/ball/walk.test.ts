import { expect, test } from 'vitest'

import { inOrganisation } from '../../../database/tenancy.ts'
import { day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { logged } from '../../../testing/conversation.ts'
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
import { endOldOffers } from '../offers/offers.ts'
import { logByLink } from '../outcomes/telling/telling.ts'
import { returnOverdueBalls } from './ball.ts'
import { declineByLink, takeByLink } from './by-link.ts'
import * as contract from './contract.ts'
import { warnOfReturns } from './warnings.ts'

const NOW = '2026-11-18T12:00:00.000Z'

const at = ({ customerId }: Subject) => `/customers/${customerId}/ball`

type Subject = { readonly id: string; readonly customerId: string }

/** A house in which customers are with finance, their seller or legal. */
async function house() {
  const app = await testApp({ now: NOW })
  const { given, world, organisation, as, setNow } = app
  const owner = await given.personWith({ roles: ['seller'], name: 'Sam' })
  // A session of its own each time: in these stories days pass.
  const seller = () => as(owner)
  const collector = () => as('collector')

  async function withFinance(): Promise<Subject> {
    setNow(NOW)
    const customerId = await given.customer({ ownerId: owner })
    await given.invoice(customerId, { totalMinor: 1_000_00, dueOn: '2026-10-29' })
    return { id: customerId, customerId }
  }
  const note = { note: 'Did it arrive?' }
  const take = (one: Subject) => seller().post(`${at(one)}/taking`, note)
  const pass = (one: Subject) => collector().post(at(one), note)
  const offer = (one: Subject) => collector().post(`${at(one)}/offer`, note)
  const decline = (one: Subject) => seller().post(`${at(one)}/offer/declining`, note)
  const giveBack = (one: Subject, who = seller) => who().post(`${at(one)}/return`, note)
  const goLegal = ({ customerId }: Subject) =>
    inOrganisation(world.db, organisation, async (tx) => {
      const days = {
        takenOn: day('2026-11-18'),
        returnsOn: day('2026-11-18'),
        recordedAt: world.clock(),
      }
      const ball = { id: newId(), organisationId: organisation, customerId, ...days }
      await tx
        .insertInto('balls')
        .values({ ...ball, lane: 'legal', kind: 'legal' })
        .execute()
    })
  const after = (act: (one: Subject) => Promise<unknown>) => async () => {
    const one = await withFinance()
    await act(one)
    return one
  }
  const reach = {
    'with finance': withFinance,
    offered: after(offer),
    taken: after(take),
    passed: after(pass),
    'with legal': after(goLegal),
  }
  async function stateOf(one: Subject): Promise<string> {
    const { now, offer: open } = (await collector().get(at(one))).body
    if (now === null) return open === null ? 'with finance' : 'offered'
    return now.kind === 'legal' ? 'with legal' : now.kind
  }
  return { ...app, owner, seller, collector, take, pass, offer, decline, giveBack, reach, stateOf }
}

type House = Awaited<ReturnType<typeof house>>
type Acts = Readonly<Record<string, Action<Subject>>>

function personal(app: House): Acts {
  const { seller, collector, take, pass, offer, decline, giveBack } = app
  const other = { kind: 'other' } as const
  return {
    'its seller takes it': { by: 'takeBall', act: take },
    'its seller takes it by link': { act: (one) => byLink(app, one.id, takeByLink) },
    'finance passes it with a question': { by: 'handToSeller', act: pass },
    'finance offers it': { by: 'offerBall', act: offer },
    'its seller declines': { by: 'declineOffer', act: decline },
    'its seller declines by link': { act: (one) => byLink(app, one.id, declineByLink) },
    'its seller gives it back': { by: 'takeBack', act: (one) => giveBack(one, seller) },
    'finance takes it back': { act: (one) => giveBack(one, collector) },
    'an outcome is written down': {
      act: ({ customerId }) => logged(seller(), customerId, other, { happenedAt: NOW }),
    },
    'an outcome is written down, and they keep it': {
      act: ({ customerId }) =>
        logged(seller(), customerId, other, { happenedAt: NOW, keepsBall: true }),
    },
    'an outcome is written down by link': {
      prepare: async ({ customerId }) => {
        const { now } = (await collector().get(`/customers/${customerId}/ball`)).body
        return now.id
      },
      act: (_one, ballId) =>
        byLink(app, ballId, (tx, world, link) =>
          logByLink(tx, world, link, {
            said: 'Soon',
            contactId: null,
            resultOf: () => ({ kind: 'other' }),
          }),
        ),
    },
  }
}

type ByLink = (...given: Parameters<typeof takeByLink>) => Promise<void>

/** What the portal does, once the link is taken. */
function byLink({ world, organisation, owner }: House, id: string, act: ByLink): Promise<unknown> {
  const subject = { kind: 'customer', id }
  const reader = { personId: owner, language: 'en' } as const
  const link = { id: newId(), organisationId: organisation, subject, ...reader }
  return answered(() =>
    inOrganisation(world.db, organisation, (tx) => act(tx, world, link, 'By mail')),
  )
}

/** Each is looked at on a later day; then it is today again. */
function byTheClock({ world, organisation, setNow }: House): Acts {
  const on = (date: string, work: typeof returnOverdueBalls) => ({
    async act() {
      setNow(`${date}T12:00:00.000Z`)
      await work(world, organisation)
      setNow(NOW)
    },
  })
  return {
    'its last but one day comes': on('2026-11-24', warnOfReturns),
    'its last day comes': on('2026-11-25', returnOverdueBalls),
    'its last day is over': on('2026-11-26', returnOverdueBalls),
    'the last day of an offer comes': on('2026-11-25', endOldOffers),
    'the last day of an offer is over': on('2026-11-26', endOldOffers),
  }
}

function walkOf(app: House): Walk<Subject> {
  const { world, organisation, reach, stateOf } = app
  const actions = { ...personal(app), ...byTheClock(app) }
  const walking = { world, organisation, reach, actions, stateOf }
  return { ...walking, title: 'Ball', table: 'customers', subjects: ['ball', 'outcome'] }
}

test('everything that can be done with a ball in each of its states does what is written', async () => {
  const app = await house()
  const doing = walkOf(app)
  const { wrong, told, states } = await walk(doing)

  expect(wrong).toEqual([])
  for (const kind of contract.BALL_KINDS) expect(states.join(' ')).toContain(kind)
  const names = EVENT_NAMES.filter((name) => name.startsWith('ball.'))
  expect(told.filter((name) => name.startsWith('ball.'))).toEqual(names.toSorted())
  expect(routesIn(doing.actions)).toEqual(changing(contract))
})

test('P03 of two who act at once on a ball, one comes after the other', async () => {
  const app = await house()
  const doing = walkOf(app)
  const asked = [
    'its seller takes it',
    'finance passes it with a question',
    'finance offers it',
    'its seller declines by link',
  ]
  expect(await racePairs(doing, app.reach.offered, asked)).toEqual([])
  const held = ['its seller gives it back', 'finance takes it back', 'an outcome is written down']
  expect(await racePairs(doing, app.reach.taken, held)).toEqual([])

  const { world, organisation } = app
  const clock = { 'the clock looks': { act: () => returnOverdueBalls(world, organisation) } }
  const racing = { ...doing, actions: { ...doing.actions, ...clock } }
  async function late() {
    const one = await app.reach.taken()
    app.setNow('2026-11-26T12:00:00.000Z')
    return one
  }
  const ringing = ['the clock looks', 'its seller gives it back', 'an outcome is written down']
  expect(await racePairs(racing, late, ringing)).toEqual([])
})
