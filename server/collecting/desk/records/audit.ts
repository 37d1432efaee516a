import type { Transaction } from '../../../database/database.ts'
import type { Instant } from '../../../kernel/day.ts'
import { emailKey } from '../../../ledger/index.ts'
import type { Keys } from '../../../world.ts'
import { selectMails, type MailDelivery } from './store/mails.ts'
import type { RecordRow } from './store/records.ts'
import { selectBounces, selectHistory } from './store/seals.ts'
import type { AuditName } from './words/types.ts'

export type AuditEntry = {
  readonly at: Instant
  readonly name: AuditName
  readonly byId: string | null
  readonly byName: string | null
}

const NAMES: Readonly<Record<string, AuditName>> = {
  'record.made': 'made',
  'record.requested': 'requested',
  'record.signed': 'signed',
  'record.sealed': 'sealed',
  'record.not_sealed': 'not_sealed',
  'record.refused': 'refused',
  'record.withdrawn': 'withdrawn',
  'record.superseded': 'superseded',
  'link.made': 'link_made',
  'link.revoked': 'link_revoked',
  'link.closed': 'link_closed',
  'link.code_made': 'code_made',
  'contact.bounced': 'address_bounced',
}

const MAILS: Readonly<Partial<Record<MailDelivery, AuditName>>> = {
  accepted: 'mail_accepted',
  refused: 'mail_refused',
  unknown: 'mail_unknown',
  given_up: 'mail_given_up',
}

/** What comes first of what happened in the same moment. */
const ORDER: readonly AuditName[] = ['made', 'requested', 'link_made', 'mail_accepted', 'code_made']

function inOrder(a: AuditEntry, b: AuditEntry): number {
  if (a.at !== b.at) return a.at < b.at ? -1 : 1
  return placeOf(a.name) - placeOf(b.name)
}

function placeOf(name: AuditName): number {
  const place = ORDER.indexOf(name)
  return place === -1 ? ORDER.length : place
}

/**
 * Everything that happened to a record until now, oldest first: of addresses that were reported as not
 * reachable only those that its link was sent to, from then on.
 */
export async function auditOf(
  tx: Transaction,
  keys: Pick<Keys, 'decrypt' | 'hash'>,
  row: RecordRow,
): Promise<AuditEntry[]> {
  const history = await selectHistory(tx, row.id)
  const mails = await selectMails(tx, row.id)
  const asked = mails
    .filter(({ kind, isTest }) => kind !== 'copy_ours' && !isTest)
    .map(({ recipientAddress, askedAt }) => ({
      emailHash: keys.hash(emailKey(keys.decrypt(recipientAddress))),
      since: askedAt,
    }))
  const bounces = await selectBounces(tx, row.customerId, asked)
  const entries = [...history, ...bounces].flatMap(({ name, ...entry }) => {
    const known = NAMES[name]
    return known ? [{ ...entry, name: known }] : []
  })
  const answers = mails.flatMap(({ kind, delivery, answeredAt }) => {
    const name = kind === 'request' ? MAILS[delivery] : undefined
    return name && answeredAt ? [{ at: answeredAt, name, byId: null, byName: null }] : []
  })
  return [...entries, ...answers].toSorted(inOrder)
}
