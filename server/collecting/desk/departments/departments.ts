import type * as z from 'zod'

import { appendEvent } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import { atDesk, refuseStranger, type Desk } from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import { DEPARTMENTS, DISPUTE_REASONS } from '../contract.ts'
import { questionWords } from '../questions/words/words.ts'
import type * as contract from './contract.ts'
import { type Reason, routeOf } from './rules.ts'
import * as store from './store.ts'

type Reply = z.input<(typeof contract.readDepartments.schema.response)[200]>
type Change = z.output<typeof contract.changeDepartment.schema.body>
type Routes = z.output<typeof contract.changeDisputeRoutes.schema.body>['routes']

export type DepartmentRow = Reply['departments'][number]

/** Who looks into disputes, by department, and which reason goes where until when. */
export function readDepartments(world: World, actor: Actor): Promise<Reply> {
  return atDesk(world, actor, async ({ tx, organisation, keys }) => ({
    departments: await departmentsOf({ tx, organisation, keys }, actor.language),
    routes: await routesOf(tx, organisation.id),
    questions: await questionsFor(tx, organisation.id, actor.language),
  }))
}

type Office = Pick<Desk, 'tx' | 'keys'> & { readonly organisation: { readonly id: string } }

/** Every department, with whoever answers for it. */
export async function departmentsOf(
  { tx, organisation, keys }: Office,
  language: string,
): Promise<DepartmentRow[]> {
  const rows = await store.selectDepartments(tx, organisation.id)
  const usual = language === 'de' || language === 'fr' || language === 'es' ? language : 'en'
  return DEPARTMENTS.map((department) => {
    const row = rows.find((one) => one.department === department)
    return {
      department,
      person: personOf(row?.personId ?? null, row?.personName ?? null),
      name: row ? keys.decrypt(row.name) : '',
      address: row ? keys.decrypt(row.address) : '',
      language: row?.language ?? usual,
      asksAtOnce: row?.asksAtOnce ?? false,
    }
  })
}

export async function routesOf(
  tx: Desk['tx'],
  organisationId: string,
): Promise<Reply['routes'][number][]> {
  const stored = await store.selectRoutes(tx, organisationId)
  return DISPUTE_REASONS.map((reason) => ({ reason, ...routeOf(reason, stored) }))
}

async function questionsFor(
  tx: Desk['tx'],
  organisationId: string,
  language: string,
): Promise<Reply['questions'][number][]> {
  const own = await store.selectQuestions(tx, organisationId)
  const { usual } = questionWords(language)
  return DISPUTE_REASONS.map((reason) => ({
    reason,
    question: own.get(reason) ?? null,
    usual: usual[reason],
  }))
}

/** What a department is asked about a reason: the organisation's own words, or those that come along. */
export async function usualQuestion(
  { tx, organisation }: Omit<Office, 'keys'>,
  reason: Reason,
  language: string,
): Promise<string> {
  const own = await store.selectQuestions(tx, organisation.id)
  return own.get(reason) ?? questionWords(language).usual[reason]
}

/** Sets who owns the disputes of a department, and where it is asked by mail. */
export function changeDepartment(
  world: World,
  actor: Actor,
  { department, personId, name, address, language, asksAtOnce }: Change,
): Promise<Record<string, never>> {
  return atDesk(world, actor, async (desk) => {
    await refuseStranger(desk, personId)
    const { tx, keys, organisation } = desk
    await store.keepDepartment(tx, {
      organisationId: organisation.id,
      department,
      personId,
      name: keys.encrypt(name),
      address: keys.encrypt(address),
      language,
      // Without an address there is nobody to ask.
      asksAtOnce: asksAtOnce && address !== '',
    })
    await noteSettings(desk, { department, personId, asksAtOnce, hasAddress: address !== '' })
    return {}
  })
}

/** Sets which department looks into which reason; a reason that is left out stays as it is. */
export function changeDisputeRoutes(
  world: World,
  actor: Actor,
  routes: Routes,
): Promise<Record<string, never>> {
  return atDesk(world, actor, async (desk) => {
    const isTwice = new Set(routes.map(({ reason }) => reason)).size < routes.length
    if (isTwice) throw new Refusal('invalid', 'reason_twice')
    const { tx, organisation } = desk
    await store.keepRoutes(
      tx,
      routes.map((route) => ({ ...route, organisationId: organisation.id })),
    )
    await noteSettings(desk, { routes: routes.length })
    return {}
  })
}

/** Sets what departments are asked about a reason; the words that come along are kept nowhere. */
export function changeQuestion(
  world: World,
  actor: Actor,
  { reason, question }: z.output<typeof contract.changeDepartmentQuestion.schema.body>,
): Promise<Record<string, never>> {
  return atDesk(world, actor, async (desk) => {
    const { tx, organisation } = desk
    await store.keepQuestion(tx, { reason, question, organisationId: organisation.id })
    await noteSettings(desk, { reason, hasQuestion: question !== null })
    return {}
  })
}

function noteSettings(
  { tx, organisation, actor, now }: Desk,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  return appendEvent(tx, {
    name: 'organisation.departments_changed',
    organisationId: organisation.id,
    at: now,
    by: { kind: 'person', id: actor.personId },
    subject: { kind: 'organisation', id: organisation.id },
    data,
  })
}
