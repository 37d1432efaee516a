import { deliveryOf, mayTryNewConnection, type Delivery } from './rules.ts'
import {
  openSession,
  PATIENCE,
  type Answered,
  type Outgoing,
  type Patience,
  type Server,
  type Session,
} from './session.ts'

/** Connections to one mail server as one organisation, kept while they are of use. */
export type Pool = {
  readonly send: (mail: Outgoing) => Promise<Delivery>
  /** Lets what is being sent finish and closes the rest. */
  readonly close: () => void
}

export type PoolOptions = {
  readonly connections: number
  readonly patience?: Patience
  /** An unused connection is closed after this long; many servers close it after five minutes. */
  readonly idleSeconds?: number
}

const IDLE_SECONDS = 10

export function openPool(server: Server, options: PoolOptions): Pool {
  const { connections, patience = PATIENCE, idleSeconds = IDLE_SECONDS } = options
  const shelf = idleShelf(idleSeconds)
  const inTurn = turns(connections)

  async function send(mail: Outgoing): Promise<Delivery> {
    const kept = shelf.take()
    if (kept) {
      const outcome = await kept.send(mail)
      shelf.put(kept)
      if (!('failure' in outcome)) return accepted(outcome)
      if (!mayTryNewConnection(outcome.failure)) return deliveryOf(outcome.failure)
    }
    const opened = await openSession(server, patience)
    if ('failure' in opened) return deliveryOf(opened.failure)
    const outcome = await opened.send(mail)
    shelf.put(opened)
    return 'failure' in outcome ? deliveryOf(outcome.failure) : accepted(outcome)
  }

  return {
    send: (mail) => inTurn(() => send(mail)),
    close: () => shelf.close(),
  }
}

/** Sessions between two messages; an expired or lost one is never taken. */
function idleShelf(idleSeconds: number) {
  const idle = new Map<Session, NodeJS.Timeout>()
  let isClosed = false

  function remove(session: Session): void {
    clearTimeout(idle.get(session))
    idle.delete(session)
  }

  return {
    take(): Session | null {
      for (const session of idle.keys()) {
        remove(session)
        if (session.isUsable()) return session
      }
      return null
    },
    put(session: Session): void {
      if (isClosed || !session.isUsable()) {
        session.close()
        return
      }
      const expire = () => {
        remove(session)
        session.close()
      }
      idle.set(session, setTimeout(expire, idleSeconds * 1000))
    },
    close(): void {
      isClosed = true
      for (const session of idle.keys()) {
        remove(session)
        session.close()
      }
    },
  }
}

/** Lets so many work at once; the rest wait in the order they came. */
function turns(places: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let busy = 0
  return async (work) => {
    // A place that is freed goes to the first who waits, so `busy` stays as it is.
    if (busy >= places) await new Promise<void>((resolve) => waiting.push(resolve))
    else busy += 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else busy -= 1
    }
  }
}

function accepted({ answer, refusedRecipients }: Answered): Delivery {
  return { kind: 'accepted', answer, refusedRecipients }
}
