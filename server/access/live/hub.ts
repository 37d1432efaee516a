import { setTimeout as pause } from 'node:timers/promises'

import type { Actor } from '../../http/actor.ts'
import { mayAny } from '../../http/permissions.ts'
import type { World } from '../../world.ts'
import { audible, changesAccess, noticeOf, type Change, type Notice } from './rules.ts'
import { listen, selectOpenSessions } from './store.ts'

const STREAMS_A_PERSON = 12
const SESSION_CHECK_MILLISECONDS = 20_000
const RETRY_MILLISECONDS = 500

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

/**
 * Tells the open pages of this process what changed, whoever changed it where: one connection listens
 * to the database however many watch. Nothing is promised across a lost connection but a hint to look.
 */
export function openHub(world: World, ownerOf: OwnerOf): Hub {
  const watchers = new Map<string, Set<Watcher>>()
  let listening: Promise<{ stop: () => Promise<void> }> | null = null
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const all = () => [...watchers.values()].flatMap((set) => [...set])

  async function hear(): Promise<{ stop: () => Promise<void> }> {
    const onNotice = (text: string) => {
      const notice = noticeOf(text)
      if (notice) void pass(notice).catch((error: unknown) => world.log.error(error))
    }
    return listen(world.ownerUrl, { onNotice, onEnd: () => void hearAgain() })
  }

  async function hearAgain(): Promise<void> {
    while (!isClosed) {
      await pause(RETRY_MILLISECONDS, undefined, { ref: false })
      try {
        listening = Promise.resolve(await hear())
        // What was missed is unknown, so everything may have changed.
        for (const { tell } of all()) tell({ names: ['connection.restored'], customerId: null })
        return
      } catch {
        // The server is still away: every further attempt is as good as this one.
      }
    }
  }

  async function pass(notice: Notice): Promise<void> {
    const here = watchers.get(notice.organisationId)
    if (!here || here.size === 0) return
    if (changesAccess(notice)) {
      for (const watcher of here) watcher.end()
      return
    }
    const owner = await ownerIfAsked(notice, here)
    for (const { actor, tell } of here) {
      if (!isInScope(actor, notice, owner)) continue
      const change = audible(notice, (permission) => mayAny(actor.roles, permission))
      if (change) tell({ names: change.names, customerId: change.customerId })
    }
  }

  async function ownerIfAsked(
    { organisationId, customerId }: Notice,
    here: ReadonlySet<Watcher>,
  ): Promise<string | null> {
    const isAsked = customerId !== null && [...here].some(({ actor }) => actor.owners !== null)
    return isAsked ? ownerOf(organisationId, customerId) : null
  }

  async function endLost(): Promise<void> {
    const open = all()
    if (open.length === 0) return
    const ids = open.map(({ actor }) => actor.sessionId)
    const sessions = await selectOpenSessions(world.db, ids, world.clock())
    for (const watcher of open) if (!sessions.has(watcher.actor.sessionId)) watcher.end()
  }

  return {
    watch: async (watcher) => {
      const { organisationId, personId } = watcher.actor
      listening ??= hear()
      await listening
      timer ??= setInterval(
        () => void endLost().catch(() => {}),
        SESSION_CHECK_MILLISECONDS,
      ).unref()
      const here = watchers.get(organisationId) ?? new Set()
      watchers.set(organisationId, here)
      const own = [...here].filter(({ actor }) => actor.personId === personId)
      if (own.length >= STREAMS_A_PERSON) own[0]?.end()
      here.add(watcher)
      return () => {
        here.delete(watcher)
        if (here.size === 0) watchers.delete(organisationId)
      }
    },
    close: async () => {
      isClosed = true
      clearInterval(timer)
      for (const { end } of all()) end()
      await (await listening?.catch(() => null))?.stop()
    },
  }
}

function isInScope({ owners }: Actor, { customerId }: Notice, owner: string | null): boolean {
  if (owners === null || customerId === null) return true
  return owner !== null && owners.includes(owner)
}
