import type { Actor } from '../../http/actor.ts'
import { mayAny } from '../../http/permissions.ts'
import type { World } from '../../world.ts'
import { keepListening } from './listener.ts'
import { audible, changesAccess, type Change, type Notice } from './rules.ts'
import { selectOpenSessions } from './store.ts'

const STREAMS_A_PERSON = 12
const SESSION_CHECK_MILLISECONDS = 20_000

/** One open page of somebody. */
export type Watcher = {
  readonly actor: Actor
  readonly tell: (change: Change) => void
  /** Ends the stream; the page asks again and is let in, or not, as things are then. */
  readonly end: () => void
}

export type Hub = {
  readonly watch: (watcher: Watcher) => Promise<() => void>
  readonly close: () => Promise<void>
}

/** Today's owner of a customer, for people who hear only of their own customers. */
export type OwnerOf = (organisationId: string, customerId: string) => Promise<string | null>

type Watchers = Map<string, Set<Watcher>>

/**
 * Tells the open pages of this process what changed, whoever changed it where: one connection listens
 * to the database however many watch. Nothing is promised across a lost connection but a hint to look.
 */
export function openHub(world: World, ownerOf: OwnerOf): Hub {
  const watchers: Watchers = new Map()
  let listening: ReturnType<typeof keepListening> | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  function begin(): ReturnType<typeof keepListening> {
    timer = setInterval(() => {
      endLost(world, watchers).catch((error: unknown) => world.log.warn(error))
    }, SESSION_CHECK_MILLISECONDS).unref()
    return keepListening(world.ownerUrl, {
      onNotice: (notice) => {
        pass(watchers, ownerOf, notice).catch((error: unknown) => world.log.error(error))
      },
      onRestored: () => {
        for (const { tell } of allOf(watchers)) {
          tell({ names: ['connection.restored'], customerId: null })
        }
      },
    })
  }

  return {
    watch: async (watcher) => {
      listening ??= begin()
      await listening
      if (isClosed) watcher.end()
      return addTo(watchers, watcher)
    },
    close: async () => {
      isClosed = true
      clearInterval(timer)
      for (const { end } of allOf(watchers)) end()
      await (await listening?.catch(() => null))?.stop()
    },
  }
}

function allOf(watchers: Watchers): Watcher[] {
  return [...watchers.values()].flatMap((set) => [...set])
}

/** Adds a page and returns how it leaves; a person who has too many loses the oldest. */
function addTo(watchers: Watchers, watcher: Watcher): () => void {
  const { organisationId, personId } = watcher.actor
  const here = watchers.get(organisationId) ?? new Set()
  watchers.set(organisationId, here)
  const own = [...here].filter(({ actor }) => actor.personId === personId)
  if (own.length >= STREAMS_A_PERSON) own[0]?.end()
  here.add(watcher)
  return () => {
    here.delete(watcher)
    if (here.size === 0 && watchers.get(organisationId) === here) watchers.delete(organisationId)
  }
}

async function pass(watchers: Watchers, ownerOf: OwnerOf, notice: Notice): Promise<void> {
  const here = watchers.get(notice.organisationId)
  if (!here || here.size === 0) return
  if (changesAccess(notice)) {
    for (const { end } of here) end()
    return
  }
  const { organisationId, customerId } = notice
  const isOwnerAsked = customerId !== null && [...here].some(({ actor }) => actor.owners !== null)
  const owner = isOwnerAsked ? await ownerOf(organisationId, customerId) : null
  for (const { actor, tell } of here) {
    const change =
      isInScope(actor, notice, owner) &&
      audible(notice, (permission) => mayAny(actor.roles, permission))
    if (change) tell({ names: change.names, customerId })
  }
}

function isInScope({ owners }: Actor, { customerId }: Notice, owner: string | null): boolean {
  if (owners === null || customerId === null) return true
  return owner !== null && owners.includes(owner)
}

/** Ends the pages of sessions that have ended, whichever way. */
async function endLost(world: World, watchers: Watchers): Promise<void> {
  const open = allOf(watchers)
  if (open.length === 0) return
  const ids = open.map(({ actor }) => actor.sessionId)
  const sessions = await selectOpenSessions(world.db, ids, world.clock())
  for (const watcher of open) if (!sessions.has(watcher.actor.sessionId)) watcher.end()
}
