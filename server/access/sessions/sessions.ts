import { createHash, randomBytes } from 'node:crypto'

import type { Database } from '../../database/database.ts'
import type { Actor, Visitor } from '../../http/actor.ts'
import { seesAllCustomers } from '../../http/permissions.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { World } from '../../world.ts'
import { expiryOf, isWorthTouching } from './rules.ts'
import * as store from './store.ts'

export type Recognised = { readonly visitor: Visitor; readonly actor: Actor | null }

/** Whose session a token is, and what they are in the organisation that it is in. */
export async function recognise(world: World, token: string): Promise<Recognised | null> {
  const now = world.clock()
  const session = await store.selectSession(world.db, hashOfToken(token), now)
  if (!session) return null

  if (isWorthTouching(session.lastSeenAt, now)) {
    await store.touchSession(world.db, session.sessionId, now, expiryOf(session.createdAt, now))
  }
  return recognisedOf(session)
}

function recognisedOf(session: store.SessionRow): Recognised {
  const { personId, personName: name, language, sessionId, organisationId, roles } = session
  const visitor = { personId, name, language, sessionId }
  if (organisationId === null || roles === null) return { visitor, actor: null }
  const owners = seesAllCustomers(roles) ? null : [...new Set([personId, ...session.teamMates])]
  return { visitor, actor: { ...visitor, organisationId, roles, owners } }
}

/** Starts a session and returns its token, which nothing keeps. */
export async function startSession(
  db: Database,
  session: { personId: string; organisationId: string | null; userAgent: string; now: Instant },
): Promise<{ id: string; token: string }> {
  const { personId, organisationId, now } = session
  const token = randomBytes(32).toString('base64url')
  const id = newId()
  await store.insertSession(db, {
    id,
    tokenHash: hashOfToken(token),
    personId,
    organisationId,
    userAgent: session.userAgent.slice(0, 300),
    createdAt: now,
    expiresAt: expiryOf(now, now),
  })
  return { id, token }
}

// The token has 256 random bits: no salt and no slow hash would make it harder to guess.
function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}
