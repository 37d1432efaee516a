import {
  beginRecord,
  makeRecord,
  previewRecord,
  requestSignature,
  signOnDevice,
} from '../../collecting/desk/index.ts'
import type { Actor } from '../../http/actor.ts'
import { dayIn } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { World } from '../../world.ts'
import type { Account } from '../account.ts'
import { COLLEAGUES, ORGANISATION, type PersonKey } from '../company.ts'
import { CALENDAR_OF, type Story } from '../story/story.ts'
import { CONVERSATIONS } from '../story/words.ts'

type Known = {
  readonly organisationId: string
  readonly people: Readonly<Record<PersonKey, string>>
}

/**
 * Puts one promise in writing and has it signed on the device, and one plan that waits for its
 * signature by link: as people would, through the same actions, so that the seal and the mails come
 * with their jobs.
 */
export async function putInWriting(world: World, known: Known, story: Story): Promise<void> {
  const { promises, agreements } = story
  const open = promises.filter(({ state, account }) => state === 'open' && isReached(account))
  const own = open.filter(({ account }) => account.customer.owner === CALENDAR_OF)
  // Where the law says what an acknowledgement does to limitation, there is more to see.
  const promised =
    own.findLast(({ account }) => account.customer.country === 'DE') ?? own.at(-1) ?? open[0]
  if (promised) {
    const { made, actor, signer } = await make(world, known, promised.account, {
      kind: 'acknowledgement',
      promiseId: promised.id,
      planId: null,
    })
    await sign(world, actor, made, signer)
  }
  const planned = agreements.plans.find(
    ({ state, account }) => state === 'agreed' && isReached(account),
  )
  if (!planned) return
  const { made, actor, signer } = await make(world, known, planned.account, {
    kind: 'conversation',
    promiseId: null,
    planId: planned.id,
  })
  const { name, address } = signer
  await requestSignature(world, actor, made.id, { name, address })
}

function isReached({ customer }: Account): boolean {
  return (customer.contacts[0]?.email ?? '') !== ''
}

function actorOf({ organisationId, people }: Known, { customer }: Account): Actor {
  const { owner } = customer
  const colleague = COLLEAGUES.find(({ key }) => key === owner)
  return {
    personId: people[owner],
    name: colleague?.name ?? '',
    language: colleague?.language ?? 'en',
    organisationId,
    roles: colleague?.roles ?? [],
    sessionId: '',
    owners: [people[owner]],
  }
}

type About = {
  readonly kind: 'acknowledgement' | 'conversation'
  readonly promiseId: string | null
  readonly planId: string | null
}

async function make(world: World, known: Known, account: Account, about: About) {
  const { customer } = account
  const actor = actorOf(known, account)
  const begun = await beginRecord(world, actor, customer.id)
  const { language, jurisdiction, signer, items } = begun
  const { said, agreed, role } = CONVERSATIONS[language]
  const where = customer.address.split('\n').at(-2) ?? ''
  const draft = {
    ...about,
    language,
    jurisdiction,
    signer: { ...signer, role },
    talk: {
      on: dayIn(ORGANISATION.timeZone, world.clock()),
      channel: 'visit' as const,
      where,
      said,
      agreed,
    },
    openItemIds: items.filter(({ isOverdue }) => isOverdue).map(({ openItemId }) => openItemId),
    outcomeId: null,
    supersedesId: null,
  }
  const { document, documentHash } = await previewRecord(world, actor, customer.id, draft)
  const { id } = await makeRecord(world, actor, customer.id, { id: newId(), draft, documentHash })
  return { made: { id, documentHash, consent: document.consent }, actor, signer: draft.signer }
}

type Made = { readonly id: string; readonly documentHash: string; readonly consent: string }
type Signer = { readonly name: string; readonly role: string }

async function sign(world: World, actor: Actor, { id, ...agreed }: Made, { name, role }: Signer) {
  await signOnDevice(world, actor, id, { ...agreed, name, role, typed: '', strokes: STROKES })
}

/** A hand that writes a name: two loops, a run of small letters, and a line under it. */
const STROKES = [
  Array.from({ length: 34 }, (_, step) =>
    point(150 + 62 * Math.sin(step / 5), 190 - 95 * Math.cos(step / 4) + step),
  ),
  Array.from({ length: 70 }, (_, step) =>
    point(225 + step * 8, 235 + 34 * Math.sin(step * 0.85) * Math.exp(-step / 60) - step * 0.4),
  ),
  Array.from({ length: 20 }, (_, step) => point(210 + step * 30, 312 - step * 1.5)),
]

function point(x: number, y: number): [number, number] {
  return [Math.round(x), Math.round(y)]
}
