import { expect, test } from 'vitest'

import { createLink } from '../../../access/index.ts'
import { inOrganisation } from '../../../database/tenancy.ts'
import { instant } from '../../../kernel/day.ts'
import { racePairs } from '../../../testing/race-pairs.ts'
import { recordApp } from '../../../testing/record-app.ts'
import {
  answered,
  changing,
  routesIn,
  walk,
  type Action,
  type Walk,
} from '../../../testing/walk.ts'
import { EVENT_NAMES } from '../contract.ts'
import { refuseByLink, signByLink } from './by-link.ts'
import * as contract from './contract.ts'
import * as drafts from './drafts/contract.ts'

type Subject = { readonly id: string; readonly customerId: string }

const ORIGIN = { address: '127.0.0.1', agent: 'An old phone' }

/** A house in which records come into any state, all of one customer. */
async function house() {
  const app = await recordApp()
  const { customerId, make, signOnDevice, read, collector, world, organisationId } = app

  async function waiting(): Promise<Subject> {
    return { id: await make(), customerId }
  }
  /** Its promise was taken back. */
  async function overtaken(): Promise<Subject> {
    const offer = {
      openItemId: app.first.openItemId,
      amount: { minor: 1_00, currency: 'EUR' },
      promisedFor: '2026-03-10',
    }
    const promised = await collector.post(`/customers/${customerId}/promises`, offer)
    const id = await make({ promiseId: promised.body.id })
    await collector.post(`/promises/${promised.body.id}/withdrawal`, { why: 'A mistake' })
    return { id, customerId }
  }
  const replace = ({ id }: Subject) => make({ supersedesId: id })
  const withdraw = ({ id }: Subject) =>
    collector.post(`/records/${id}/withdrawal`, { why: 'Another amount' })
  /** A link as a mail has it, made for it. */
  const linkTo = ({ id }: Subject) =>
    inOrganisation(world.db, organisationId, (tx) =>
      createLink(tx, world, {
        organisationId,
        purpose: 'sign_record',
        subject: { kind: 'record', id },
        customerId,
        recipient: { name: 'Claire Roux', address: 'claire.roux@example.test' },
        language: 'en',
        expiresAt: instant('2026-03-18T12:00:00Z'),
        by: { kind: 'system' },
      }),
    )
  const linked = ({ id: subjectId }: Subject, id: string) => ({
    id,
    organisationId,
    subject: { kind: 'record', id: subjectId },
    recipient: { name: 'Claire Roux', address: 'claire.roux@example.test' },
    language: 'en' as const,
  })
  const after = (act: (one: Subject) => Promise<unknown>) => async () => {
    const one = await waiting()
    await act(one)
    return one
  }
  const sign = ({ id }: Subject, more = {}) => signOnDevice(id, more)
  type Within = Parameters<typeof inOrganisation<void>>[2]
  /** Whoever acts by a link holds it first. */
  const byLink = (linkId: string, work: Within) =>
    answered(() =>
      inOrganisation(world.db, organisationId, async (tx) => {
        const links = tx.selectFrom('signedLinks').select('id').where('id', '=', linkId)
        await links.forUpdate().execute()
        return work(tx)
      }),
    )
  const refuse = (one: Subject, linkId: string) =>
    byLink(linkId, (tx) =>
      refuseByLink(tx, world, linked(one, linkId), { why: 'Wrong', origin: ORIGIN }),
    )
  const signLinked = (one: Subject, linkId: string) => {
    const as = { name: 'Claire Roux', role: '', typed: 'Claire Roux', strokes: null }
    const signing = { ...as, origin: ORIGIN }
    return byLink(linkId, (tx) => signByLink(tx, world, linked(one, linkId), signing))
  }

  const reach = {
    waiting,
    overtaken,
    signed: after(sign),
    refused: after(async (one) => refuse(one, (await linkTo(one)).id)),
    withdrawn: after(withdraw),
    superseded: after(replace),
  }
  const stateOf = async ({ id }: Subject) => (await read(id)).state
  return { ...app, replace, withdraw, linkTo, sign, refuse, signLinked, reach, stateOf }
}

type House = Awaited<ReturnType<typeof house>>
type Acts = Readonly<Record<string, Action<Subject>>>

function actsOf(app: House): Acts {
  const { sign, signLinked, refuse, ask, withdraw, replace, linkTo, seal, collector } = app
  const prepare = async (one: Subject) => (await linkTo(one)).id
  return {
    'they sign on the device': { by: 'signRecord', act: (one) => sign(one) },
    'they sign by link': { prepare, act: signLinked },
    'they refuse by link': { prepare, act: refuse },
    'another text is signed': {
      act: (one) => sign(one, { documentHash: '0'.repeat(64) }),
    },
    'a link is asked for': { by: 'requestSignature', act: ({ id }) => ask(id) },
    'it is withdrawn': { by: 'withdrawRecord', act: withdraw },
    'another takes its place': { by: 'makeRecord', act: (one) => replacing(app, one) },
    'what takes its place is signed': {
      prepare: replace,
      act: (_one, id) => app.signOnDevice(id),
    },
    'it is sealed': { act: ({ id }) => seal(id) },
    'a seal is asked for once more': {
      by: 'sealRecord',
      act: ({ id }) => collector.post(`/records/${id}/seals`),
    },
  }
}

/** Previewed and made, as a person does it; what is answered comes back. */
async function replacing(app: House, { id }: Subject): Promise<unknown> {
  const draft = { ...app.draft, supersedesId: id }
  const url = `/customers/${app.customerId}`
  const { documentHash } = (await app.collector.post(`${url}/record-preview`, draft)).body
  return app.collector.post(`${url}/records`, { id: crypto.randomUUID(), draft, documentHash })
}

function walkOf(app: House): Walk<Subject> {
  const { world, organisationId: organisation, reach, stateOf } = app
  const walking = { world, organisation, reach, actions: actsOf(app), stateOf }
  return { ...walking, title: 'Signature', table: 'customers', subjects: ['record'] }
}

test('everything that can be done with a record in each of its states does what is written', async () => {
  const app = await house()
  const doing = walkOf(app)
  const { wrong, told, states } = await walk(doing)

  expect(wrong).toEqual([])
  expect(states).toEqual(contract.RECORD_STATES)
  // A certificate that ended is none of its states.
  const names = EVENT_NAMES.filter((name) => /^record\.(?!not_sealed)/.test(name))
  expect(told).toEqual(names.toSorted())
  // A preview keeps nothing.
  const routes = changing(contract, drafts).filter((name) => name !== 'previewRecord')
  expect(routesIn(doing.actions)).toEqual(routes)
})

test('P03 of two who act at once on a record, one comes after the other', async () => {
  const app = await house()
  const doing = walkOf(app)
  const whats = [
    'they sign on the device',
    'they refuse by link',
    'it is withdrawn',
    'another takes its place',
  ]
  expect(await racePairs(doing, app.reach.waiting, whats)).toEqual([])
})
