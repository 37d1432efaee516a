import { createLink, revokeLinks } from '../../../access/index.ts'
import type { Transaction } from '../../../database/database.ts'
import { inOrganisation } from '../../../database/tenancy.ts'
import { isProcessAlive } from '../../../jobs/liveness.ts'
import { addDays, dayIn, instantAt } from '../../../kernel/day.ts'
import {
  deliver,
  messageDomainOf,
  messageIdOf,
  testMailboxOf,
  type Delivery,
  type Mail,
} from '../../../talking/index.ts'
import type { Keys, World } from '../../../world.ts'
import { copyMail, requestMail } from './mail.ts'
import { stateIn, subjectOf } from './records.ts'
import { lastLinkDay } from './rules/state.ts'
import { openSnapshot } from './sign.ts'
import * as store from './store/mails.ts'
import { holdCustomer, selectOrganisation, selectRecord, type RecordRow } from './store/records.ts'
import { selectEvidenceFile, selectSeals } from './store/seals.ts'

const SYSTEM = { kind: 'system' } as const

type Which = { readonly organisationId: string; readonly mailId: string }

/** A mail as claimed, and the sealed file that goes with a copy. */
type Claimed = { readonly mail: Mail; readonly file: { sha256: string; name: string } | null }

/**
 * Sends a mail about a record once. The link of a request is made at the moment of sending and is
 * nowhere but in the mail; when the mail did not leave the link ends, and the next try makes another.
 */
export async function sendRecordMail(world: World, which: Which): Promise<void> {
  const claimed = await claim(world, which)
  if (!claimed) return
  const delivery = await handOver(world, which.organisationId, claimed)
  await note(world, which, delivery)
  // Nothing left for certain: the job comes again, later each time.
  if (delivery.kind === 'not_sent') throw new Error(`not sent: ${delivery.reason}`)
}

async function claim(world: World, { organisationId, mailId }: Which): Promise<Claimed | null> {
  const keys = await world.secrets.of(organisationId)
  return inOrganisation(world.db, organisationId, async (tx) => {
    const known = await store.selectMail(tx, mailId)
    const found = known && (await selectRecord(tx, known.recordId))
    if (!known || !found) return null
    await holdCustomer(tx, found.customerId)
    const row = await store.lockMail(tx, mailId)
    const record = (await selectRecord(tx, known.recordId)) ?? found
    if (row?.delivery === 'handed_over' && !(await isProcessAlive(tx, row.handedOverBy))) {
      await store.noteDelivery(tx, mailId, { delivery: 'unknown', answeredAt: world.clock() })
      return null
    }
    if (row?.delivery !== 'waiting') return null
    if (row.kind === 'request' && stateIn(record) !== 'waiting') {
      await store.noteDelivery(tx, mailId, { delivery: 'given_up', answeredAt: world.clock() })
      return null
    }
    return make(tx, world, { row, record, keys })
  })
}

type Making = {
  readonly row: NonNullable<Awaited<ReturnType<typeof store.lockMail>>>
  readonly record: RecordRow
  readonly keys: Keys
}

async function make(tx: Transaction, world: World, making: Making): Promise<Claimed> {
  const { row, record, keys } = making
  const { organisationId } = record
  const domain = await messageDomainOf(tx, organisationId)
  if (domain === null) throw new Error('no mail settings')
  const at = world.clock()
  const isDemo = await store.isDemo(tx, organisationId)
  const testMailbox = row.kind === 'copy_ours' ? null : await testMailboxOf(tx, organisationId)
  const { name: organisationName } = await selectOrganisation(tx, organisationId)
  const askerId = row.askedBy ?? record.madeById
  const asker = await store.selectAsker(tx, askerId)
  const askerAddress = world.secrets.installation.decrypt(asker?.email ?? '')
  const recipient = {
    name: keys.decrypt(row.recipientName),
    address: keys.decrypt(row.recipientAddress),
  }
  const common = {
    at,
    organisationName,
    asker: { name: asker?.name ?? record.madeByName, address: askerAddress },
    to: recipient,
    // An organisation that names no mailbox for its tests tries things out on whoever asked.
    testMailbox: testMailbox === '' ? askerAddress : testMailbox,
    snapshot: openSnapshot(keys, record.snapshot),
    record,
  }
  const handing = { handedOverAt: at, handedOverBy: world.processId }
  const isTest = isDemo || testMailbox !== null
  if (row.kind === 'request') {
    const link = await linkFor(tx, world, { ...making, recipient })
    await store.noteHandingOver(tx, row.id, { linkId: link.id, isTest, ...handing })
    const messageId = messageIdOf(['record', row.id, link.id], domain)
    const until = lastLinkDay(dayIn(common.snapshot.facts.timeZone, at))
    return { mail: requestMail({ ...common, messageId, url: link.url, until }), file: null }
  }
  await store.noteHandingOver(tx, row.id, { linkId: null, isTest, ...handing })
  const messageId = messageIdOf(['record', row.id], domain)
  return {
    mail: copyMail({ ...common, messageId, kind: row.kind, language: asker?.language ?? 'en' }),
    file: await sealedFileOf(tx, record.id),
  }
}

type Linking = Making & { readonly recipient: { readonly name: string; readonly address: string } }

function linkFor(tx: Transaction, world: World, { record, recipient, keys }: Linking) {
  const { timeZone } = openSnapshot(keys, record.snapshot).facts
  const lastDay = lastLinkDay(dayIn(timeZone, world.clock()))
  return createLink(tx, world, {
    organisationId: record.organisationId,
    purpose: 'sign_record',
    subject: subjectOf(record.id),
    customerId: record.customerId,
    recipient,
    language: record.language,
    needsCode: true,
    maxUses: 1,
    expiresAt: instantAt(timeZone, addDays(lastDay, 1), '00:00'),
    by: SYSTEM,
  })
}

async function sealedFileOf(tx: Transaction, recordId: string) {
  const [seal] = await selectSeals(tx, [recordId])
  const file = seal?.evidenceId ? await selectEvidenceFile(tx, seal.evidenceId) : undefined
  if (!file) throw new Error(`record ${recordId} has no sealed file`)
  return file
}

/** What goes wrong here may have gone wrong after the mail left. */
async function handOver(
  world: World,
  organisationId: string,
  { mail, file }: Claimed,
): Promise<Delivery> {
  let attachments: Mail['attachments'] = []
  try {
    if (file) attachments = [await attached(world, organisationId, file)]
  } catch (error) {
    world.log.error({ error }, 'a sealed record could not be read')
    return { kind: 'not_sent', reason: 'called_off', answer: '' }
  }
  try {
    return await deliver(world, organisationId, { ...mail, attachments })
  } catch (error) {
    world.log.error({ error }, 'a mail about a record could not be handed over')
    return { kind: 'unknown', answer: '' }
  }
}

async function attached(
  world: World,
  organisationId: string,
  { sha256, name }: { sha256: string; name: string },
) {
  const content = await world.files.read(organisationId, sha256)
  return { name, mediaType: 'application/pdf', content }
}

async function note(
  world: World,
  { organisationId, mailId }: Which,
  delivery: Delivery,
): Promise<void> {
  const keys = await world.secrets.of(organisationId)
  const { kind } = delivery
  await inOrganisation(world.db, organisationId, async (tx) => {
    const row = await store.selectMail(tx, mailId)
    if (!row) return
    const answer = keys.encrypt(delivery.answer)
    await store.noteDelivery(
      tx,
      mailId,
      kind === 'not_sent'
        ? { delivery: 'waiting', answer }
        : { delivery: kind, answer, answeredAt: world.clock() },
    )
    // One that may have arrived keeps its link; one that did not must not have any.
    if (row.kind === 'request' && (kind === 'not_sent' || kind === 'refused')) {
      const subject = subjectOf(row.recordId)
      await revokeLinks(tx, world, { organisationId, subject, by: SYSTEM })
    }
  })
}
