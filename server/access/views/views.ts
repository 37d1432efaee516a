import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { appendEvent } from '../events/index.ts'
import * as store from './store.ts'

const VIEWS_AT_MOST = 200

type View = {
  readonly page: string
  readonly name: string
  readonly search: string
  readonly isShared: boolean
}
type Changes = { readonly [Field in 'name' | 'search' | 'isShared']?: View[Field] | undefined }

export function listViews(world: World, { organisationId, personId }: Actor, page?: string) {
  return inOrganisation(world.db, organisationId, async (tx) =>
    (await store.selectViews(tx, personId, { page })).map(shownTo(personId)),
  )
}

export function saveView(world: World, actor: Actor, view: View) {
  const { organisationId, personId } = actor
  return inOrganisation(world.db, organisationId, async (tx) => {
    if ((await store.countViews(tx, personId)) >= VIEWS_AT_MOST) {
      throw new Refusal('conflict', 'too_many_views', { most: VIEWS_AT_MOST })
    }
    const id = newId()
    const createdAt = world.clock()
    await store.insertView(tx, { id, organisationId, personId, ...view, createdAt })
    await note(tx, world, actor, { name: 'view.saved', id })
    return show(tx, personId, id)
  })
}

export function changeView(world: World, actor: Actor, id: string, changes: Changes) {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    await refuseForeign(tx, actor.personId, id)

    const { name, search, isShared } = changes
    await store.updateView(tx, id, {
      ...(name === undefined ? {} : { name }),
      ...(search === undefined ? {} : { search }),
      ...(isShared === undefined ? {} : { isShared }),
    })
    await note(tx, world, actor, { name: 'view.changed', id })
    return show(tx, actor.personId, id)
  })
}

export function removeView(world: World, actor: Actor, id: string): Promise<void> {
  return inOrganisation(world.db, actor.organisationId, async (tx) => {
    await refuseForeign(tx, actor.personId, id)

    await store.deleteView(tx, id)
    await note(tx, world, actor, { name: 'view.removed', id })
  })
}

/** A colleague's shared view may be used, not changed; one that is not shared does not exist. */
async function refuseForeign(tx: Transaction, personId: string, id: string): Promise<void> {
  const [view] = await store.selectViews(tx, personId, { id })
  if (!view) throw new Refusal('not_found', 'no_such_view')
  if (view.personId !== personId) throw new Refusal('forbidden', 'not_your_view', { by: view.by })
}

async function show(tx: Transaction, personId: string, id: string) {
  const [view] = await store.selectViews(tx, personId, { id })
  if (!view) throw new Refusal('not_found', 'no_such_view')
  return shownTo(personId)(view)
}

function shownTo(personId: string) {
  return <Row extends { personId: string }>({ personId: owner, ...view }: Row) => ({
    ...view,
    isMine: owner === personId,
  })
}

function note(
  tx: Transaction,
  world: World,
  { organisationId, personId }: Actor,
  { name, id }: { name: string; id: string },
): Promise<void> {
  return appendEvent(tx, {
    organisationId,
    at: world.clock(),
    name,
    by: { kind: 'person', id: personId },
    subject: { kind: 'view', id },
  })
}
