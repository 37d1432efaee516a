import type * as z from 'zod'

import { appendEvent } from '../../../access/index.ts'
import type { Actor } from '../../../http/actor.ts'
import { addDays, type Day } from '../../../kernel/day.ts'
import { newId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { World } from '../../../world.ts'
import {
  atDesk,
  findCustomer,
  happened,
  lockDeskCustomer,
  refuseStranger,
  type Desk,
} from '../common/desk.ts'
import { personOf } from '../common/person.ts'
import type * as contract from './contract.ts'
import {
  beyondOf,
  isGrantInForce,
  limitsFor,
  mayDecide,
  USUAL_LIMITS,
  type Approver,
  type Beyond,
  type Limits,
  type Terms,
} from './rules.ts'
import * as store from './store.ts'

type Mandate = z.input<(typeof contract.readMandate.schema.response)[200]>
type NewGrant = z.output<typeof contract.grantMandate.schema.body>
type LimitRows = z.output<typeof contract.changeMandateLimits.schema.body>['rows']
type LimitsReply = z.input<(typeof contract.readMandateLimits.schema.response)[200]>

/** What one person may offer a customer in one currency, and by which right. */
export type Room = {
  readonly limits: Limits
  readonly source: 'grant' | 'policy' | 'usual'
  readonly limitId: string | null
  readonly grantId: string | null
  readonly approver: Approver
  readonly overdueMinor: number
  readonly putOffSince: Day | null
  readonly grants: readonly store.GrantRow[]
}

/** The room that the desk's person has with a customer. */
export async function roomOf(desk: Desk, customerId: string, currency: string): Promise<Room> {
  const { tx, today, actor } = desk
  const facts = await store.selectMandateFacts(tx, customerId, { currency, today })
  const grants = await store.selectGrants(tx, customerId, currency)
  const rows = await store.selectLimits(tx, currency)

  const grant = grants.find((one) => one.personId === actor.personId && isGrantInForce(one, today))
  const row = limitsFor(rows, facts)
  const limits = grant ?? row ?? USUAL_LIMITS
  return {
    limits: limitsOf(limits),
    source: grant ? 'grant' : row ? 'policy' : 'usual',
    limitId: grant ? null : (row?.id ?? null),
    grantId: grant?.id ?? null,
    approver: row?.approver ?? USUAL_LIMITS.approver,
    overdueMinor: facts.overdueMinor,
    putOffSince: facts.putOffSince,
    grants,
  }
}

/** Where terms go beyond what the desk's person may agree to; those who decide are not held to it. */
export function beyondRoom(desk: Desk, room: Room, terms: Omit<Terms, 'putOffSince'>): Beyond[] {
  if (mayDecide(desk.actor.roles, room.approver)) return []
  return beyondOf({ ...terms, putOffSince: room.putOffSince }, room.limits, desk.today)
}

type Use = {
  readonly customerId: string
  readonly subject: {
    readonly kind: 'promise' | 'plan' | 'discount' | 'waiver'
    readonly id: string
  }
  readonly terms: Readonly<Record<string, unknown>>
  readonly personId: string
  readonly approvalId?: string | null
}

/** Records that a mandate was used: what was given away, by whom and by which right. */
export async function useMandate(desk: Desk, room: Room, use: Use): Promise<void> {
  await store.insertUse(desk.tx, {
    id: newId(),
    organisationId: desk.organisation.id,
    customerId: use.customerId,
    personId: use.personId,
    limitId: room.limitId,
    grantId: room.grantId,
    approvalId: use.approvalId ?? null,
    subjectKind: use.subject.kind,
    subjectId: use.subject.id,
    terms: JSON.stringify(use.terms),
    usedAt: desk.now,
  })
}

/** What may be offered to a customer without asking, and what is left of it. */
export function readMandate(
  world: World,
  actor: Actor,
  customerId: string,
  currency: string,
): Promise<Mandate> {
  return atDesk(world, actor, async (desk) => {
    const { ownerId } = await findCustomer(desk, customerId)
    const room = await roomOf(desk, customerId, currency)
    const { limits, source, approver, overdueMinor, putOffSince, grants } = room
    const asked = { approver, ownerId, exceptId: actor.personId }
    const deciders = await store.selectDeciders(desk.tx, asked)
    const uses = await store.selectUses(desk.tx, customerId)

    return {
      currency,
      overdueMinor,
      limits,
      source,
      approver,
      decider: deciders.length === 1 ? (deciders[0] ?? null) : null,
      decidesThemselves: mayDecide(actor.roles, approver),
      promisesFreely: actor.owners === null,
      putOffSince,
      latestDay: addDays(putOffSince ?? desk.today, limits.longestExtensionDays),
      grants: grants.map((grant) => grantOf(grant, desk.today)),
      uses: uses.map(({ personId, personName, ...use }) => ({
        ...use,
        person: personOf(personId, personName),
      })),
    }
  })
}

function grantOf(row: store.GrantRow, today: Day): Mandate['grants'][number] {
  const { id, personId, personName, currency, reason, grantedById, grantedByName } = row
  return {
    id,
    currency,
    reason,
    ...limitsOf(row),
    person: { id: personId, name: personName },
    grantedBy: personOf(grantedById, grantedByName),
    grantedAt: row.grantedAt,
    expiresOn: row.expiresOn,
    isInForce: isGrantInForce(row, today),
  }
}

function limitsOf(row: Limits): Limits {
  const { longestExtensionDays, mostInstalments, smallestFirstPaymentPercent } = row
  const { largestDiscountBasisPoints, waivesCharges } = row
  return {
    longestExtensionDays,
    mostInstalments,
    smallestFirstPaymentPercent,
    largestDiscountBasisPoints,
    waivesCharges,
  }
}

/** A grant this far ahead is a policy. */
const LONGEST_GRANT_DAYS = 365

/** Gives somebody else more room with one customer, until a day. */
export function grantMandate(
  world: World,
  actor: Actor,
  customerId: string,
  grant: NewGrant,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    await lockDeskCustomer(desk, customerId)
    await refuseStranger(desk, grant.personId)
    const room = await roomOf(desk, customerId, grant.currency)

    if (grant.personId === actor.personId) throw new Refusal('forbidden', 'own_request')
    if (!mayDecide(actor.roles, room.approver))
      throw new Refusal('forbidden', 'needs_credit_manager')
    if (grant.expiresOn < desk.today) throw new Refusal('invalid', 'grant_in_the_past')
    if (grant.expiresOn > addDays(desk.today, LONGEST_GRANT_DAYS)) {
      throw new Refusal('invalid', 'grant_too_long')
    }

    const id = newId()
    await store.insertGrant(desk.tx, {
      id,
      organisationId: desk.organisation.id,
      customerId,
      ...grant,
      grantedBy: actor.personId,
      grantedAt: desk.now,
    })
    await happened(desk, {
      name: 'mandate.granted',
      customerId,
      subject: { kind: 'mandate', id },
      why: grant.reason,
      data: { personId: grant.personId, endsOn: grant.expiresOn, ...limitsOf(grant) },
    })
    return { id }
  })
}

/** Takes such room back. */
export function revokeMandate(
  world: World,
  actor: Actor,
  mandateId: string,
  why: string,
): Promise<{ id: string }> {
  return atDesk(world, actor, async (desk) => {
    const grant = await store.selectGrant(desk.tx, mandateId)
    if (!grant) throw new Refusal('not_found', 'no_such_mandate')
    const { customerId } = grant
    await lockDeskCustomer(desk, customerId)

    const was = await store.revokeGrant(desk.tx, mandateId, { at: desk.now, by: actor.personId })
    if (!was) throw new Refusal('conflict', 'mandate_already_revoked')

    const subject = { kind: 'mandate', id: mandateId }
    await happened(desk, { name: 'mandate.revoked', customerId, subject, why })
    return { id: mandateId }
  })
}

export function readMandateLimits(world: World, actor: Actor): Promise<LimitsReply> {
  return atDesk(world, actor, async ({ tx }) => {
    const rows = await store.selectLimits(tx, null)
    return {
      rows: rows.map((row) => ({
        segment: row.segment,
        currency: row.currency,
        upToMinor: row.upToMinor,
        approver: row.approver,
        ...limitsOf(row),
      })),
      usual: USUAL_LIMITS,
    }
  })
}

/** Sets what sellers may offer by policy; what was in force ends and is kept. */
export function changeMandateLimits(
  world: World,
  actor: Actor,
  rows: LimitRows,
): Promise<Record<string, never>> {
  return atDesk(world, actor, async (desk) => {
    const before = await store.selectLimits(desk.tx, null)

    const places = rows.map((row) => JSON.stringify([row.segment, row.currency, row.upToMinor]))
    if (new Set(places).size < rows.length) throw new Refusal('invalid', 'limits_twice')

    const ids = before.map(({ id }) => id)
    await store.endLimits(desk.tx, ids, desk.now)
    await store.insertLimits(
      desk.tx,
      rows.map((row) => ({
        id: newId(),
        organisationId: desk.organisation.id,
        ...row,
        createdBy: actor.personId,
        createdAt: desk.now,
      })),
    )
    await appendEvent(desk.tx, {
      name: 'mandate.limits_changed',
      organisationId: desk.organisation.id,
      at: desk.now,
      by: { kind: 'person', id: actor.personId },
      subject: { kind: 'organisation', id: desk.organisation.id },
      data: { before, after: rows },
    })
    return {}
  })
}
