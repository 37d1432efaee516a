import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import type { Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Keys, World } from '../../world.ts'
import { appendEvent, type Doer } from '../events/index.ts'
import { takeHit } from '../rates/index.ts'
import { networkOf } from '../sessions/rules.ts'
import { hashOf, hashOfCode } from './hashes.ts'
import {
  codeVerdictOf,
  refusalOf,
  WRONG_CODES_ALLOWED,
  type Link,
  type LinkPurpose,
} from './rules.ts'
import * as store from './store.ts'
import { newToken, organisationIn } from './tokens.ts'

export type NewLink = Pick<
  Link,
  'organisationId' | 'purpose' | 'subject' | 'recipient' | 'language' | 'expiresAt'
> & {
  readonly customerId?: string | null
  readonly personId?: string | null
  readonly needsCode?: boolean
  readonly maxUses?: number
  readonly by: Doer
}

/**
 * Makes a link. Its address goes to nothing but the recipient's mail: it is answered by no route,
 * kept nowhere, and a lost one is replaced, never shown again.
 */
export async function createLink(
  tx: Transaction,
  world: World,
  wanted: NewLink,
): Promise<{ readonly id: string; readonly token: string; readonly url: string }> {
  const { organisationId, purpose, subject, by, expiresAt } = wanted
  const keys = await world.secrets.of(organisationId)
  const token = newToken(organisationId)
  const id = newId()
  const at = world.clock()
  await store.insertLink(tx, {
    id,
    organisationId,
    purpose,
    subjectKind: subject.kind,
    subjectId: subject.id,
    customerId: wanted.customerId ?? null,
    personId: wanted.personId ?? null,
    recipient: keys.encrypt(JSON.stringify(wanted.recipient)),
    language: wanted.language,
    tokenHash: hashOf(keys, token),
    needsCode: wanted.needsCode ?? false,
    maxUses: wanted.maxUses ?? 1,
    createdBy: by.kind === 'person' ? by.id : null,
    createdAt: at,
    expiresAt,
  })
  const data = { purpose, expiresAt }
  const about = { kind: 'link', id }
  await appendEvent(tx, { organisationId, at, name: 'link.made', by, subject: about, data })
  return { id, token, url: `${world.origin}/l/${token}` }
}

type Revoking = {
  readonly organisationId: string
  readonly subject: Link['subject']
  readonly by: Doer
  /** Only what these are for; all purposes when none is named. */
  readonly purposes?: readonly LinkPurpose[]
  /** Only this colleague's. */
  readonly personId?: string
  /**
   * Leaves out a link that is acting this very moment: it holds its row and waits for the subject, so
   * that waiting for it in turn would never end. The subject's state refuses its act.
   */
  readonly sparesActing?: boolean
}

/** Ends every open link to a subject; tells how many. */
export async function revokeLinks(
  tx: Transaction,
  world: Pick<World, 'clock'>,
  { organisationId, subject, by, ...only }: Revoking,
): Promise<number> {
  const at = world.clock()
  const who = { at, by: by.kind === 'person' ? by.id : null }
  const ids = await store.revokeOpenLinks(tx, { ...subject, ...only }, who)
  for (const id of ids) {
    const about = { kind: 'link', id }
    await appendEvent(tx, { organisationId, at, name: 'link.revoked', by, subject: about })
  }
  return ids.length
}

type Bearer = { readonly token: string; readonly address: string }

/** What a token opens now, or why not. Reading has no effect: mail scanners follow every link. */
export async function openLink(world: World, bearer: Bearer): Promise<Link> {
  const { organisationId, keys, tokenHash } = await doorOf(world, bearer)
  const now = world.clock()
  const row = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectLink(tx, tokenHash, { lock: false }),
  )
  if (!row) return unknown(world, bearer)
  const refusal = refusalOf(row, now)
  if (refusal) throw new Refusal('gone', refusal, { language: row.language })
  return linkOf(row, keys)
}

/** The link of a token, open or not: for telling its bearer how the matter stands. */
export async function findLink(world: World, bearer: Bearer): Promise<Link> {
  const { organisationId, keys, tokenHash } = await doorOf(world, bearer)
  const row = await inOrganisation(world.db, organisationId, (tx) =>
    store.selectLink(tx, tokenHash, { lock: false }),
  )
  return row ? linkOf(row, keys) : unknown(world, bearer)
}

export type Acting = Bearer & {
  /** Made when the page was shown: the same form sent again is the same use. */
  readonly form: string
  readonly code?: string
  /** An act that binds nobody, which the link alone is enough for. */
  readonly asksNoCode?: boolean
}

export type ActedByLink<Result> =
  | { readonly kind: 'done'; readonly link: Link; readonly result: Result }
  /** This form has been acted on before: nothing happened now. */
  | { readonly kind: 'repeated'; readonly link: Link }
  | {
      readonly kind: 'code_missing' | 'code_wrong' | 'code_expired'
      readonly link: Link
      readonly attemptsLeft: number
    }

/**
 * Acts on a link in one transaction that holds it: of two at once one acts, a form sent twice acts
 * once, and an act that is refused takes neither the use nor the code.
 */
export async function actByLink<Result>(
  world: World,
  acting: Acting,
  act: (tx: Transaction, link: Link) => Promise<Result>,
): Promise<ActedByLink<Result>> {
  const { organisationId, keys, tokenHash } = await doorOf(world, acting)
  const outcome = await inOrganisation<ActedByLink<Result> | null>(
    world.db,
    organisationId,
    async (tx) => {
      const row = await store.selectLink(tx, tokenHash, { lock: true })
      if (!row) return null
      const link = linkOf(row, keys)
      const now = world.clock()
      if (await store.hasUse(tx, row.id, acting.form)) return { kind: 'repeated', link }
      const refusal = refusalOf(row, now)
      if (refusal) throw new Refusal('gone', refusal, { language: row.language })
      const asksCode = row.needsCode && !acting.asksNoCode
      const problem = asksCode ? await problemWithCode(tx, { row, keys, acting, now }) : null
      if (problem) return { ...problem, link }

      await store.addUse(tx, row.id, now)
      const use = { id: newId(), organisationId, linkId: row.id, form: acting.form, usedAt: now }
      await store.insertUse(tx, use)
      return { kind: 'done', link, result: await act(tx, link) }
    },
  )
  return outcome ?? unknown(world, acting)
}

type Checked = {
  readonly row: store.LinkRow
  readonly keys: Keys
  readonly acting: Acting
  readonly now: Instant
}

/** Counts a wrong code in the transaction that goes on to commit; the fifth closes the link. */
async function problemWithCode(tx: Transaction, { row, keys, acting, now }: Checked) {
  const code = (acting.code ?? '').replaceAll(/\s/g, '')
  const given = { hash: hashOfCode(keys, row.id, code), isEmpty: code === '' }
  const verdict = codeVerdictOf(row, given, now)
  if (verdict === 'right') return null
  const wrong = row.codeAttempts + (verdict === 'code_wrong' ? 1 : 0)
  if (verdict === 'code_wrong') await store.addWrongCode(tx, row.id)
  if (wrong >= WRONG_CODES_ALLOWED) {
    const about = { kind: 'link', id: row.id }
    const { organisationId } = row
    const by = { kind: 'system' } as const
    await appendEvent(tx, { organisationId, at: now, name: 'link.closed', by, subject: about })
  }
  return { kind: verdict, attemptsLeft: WRONG_CODES_ALLOWED - wrong } as const
}

async function doorOf(world: World, { token }: Bearer) {
  const organisationId = organisationIn(token)
  // A token that names no organisation has no keys to look it up with.
  if (!organisationId || !(await store.hasOrganisation(world.db, organisationId))) {
    throw new Refusal('not_found', 'no_such_link')
  }
  const keys = await world.secrets.of(organisationId)
  return { organisationId, keys, tokenHash: hashOf(keys, token) }
}

/** Guessing is slowed by network; whoever holds a real link is never counted. */
async function unknown(world: World, { address }: Bearer): Promise<never> {
  const network = world.secrets.installation.hash(`network ${networkOf(address)}`)
  const rate = { key: `link from ${network}`, limit: 30, windowSeconds: 15 * 60 }
  await takeHit(world.db, rate, world.clock())
  throw new Refusal('not_found', 'no_such_link')
}

function linkOf(row: store.LinkRow, keys: Keys): Link {
  const { subjectKind: kind, subjectId: id } = row
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- createLink wrote it
  const recipient = JSON.parse(keys.decrypt(row.recipient) || '{}') as Partial<Link['recipient']>
  return {
    id: row.id,
    organisationId: row.organisationId,
    purpose: row.purpose,
    subject: { kind, id },
    customerId: row.customerId,
    personId: row.personId,
    recipient: { name: recipient.name ?? '', address: recipient.address ?? '' },
    language: row.language,
    needsCode: row.needsCode,
    createdBy: row.createdBy,
    expiresAt: row.expiresAt,
  }
}
