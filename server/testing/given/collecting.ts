import { sql } from 'kysely'

import type { PlaybookContent } from '../../collecting/playbooks/rules/content.ts'
import type { Transaction } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { addDays, day, dayIn } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { World } from '../../world.ts'

/** Rows that the gate asks about, put in plainly. */
export function givenCollecting(world: World, organisationId: string) {
  const within = <Result>(work: (tx: Transaction) => Promise<Result>) =>
    inOrganisation(world.db, organisationId, work)
  const today = () => dayIn('Europe/Berlin', world.clock())
  const at = () => world.clock()

  return {
    within,
    /** A playbook in force. */
    playbook: (name: string, content: PlaybookContent) =>
      within(async (tx) => {
        const id = newId()
        await tx
          .insertInto('playbooks')
          .values({ id, organisationId, name, createdAt: at() })
          .execute()
        const version = { id: newId(), organisationId, playbookId: id, version: 1 }
        await tx
          .insertInto('playbookVersions')
          .values({
            ...version,
            content: JSON.stringify(content),
            createdAt: at(),
            switchedOnAt: at(),
          })
          .execute()
        return id
      }),
    mailSettings: (server: { host: string; port: number }, testMailbox = '') =>
      within((tx) =>
        sql`insert into mail_settings (organisation_id, host, port, security, from_address,
            message_domain, messages_per_minute, connections, test_mailbox, updated_at)
          values (${organisationId}, ${server.host}, ${server.port}, 'none', 'reminders@seller.test',
            'seller.test', 100000, 5, ${testMailbox}, ${at()})`.execute(tx),
      ),
    policy: (policy: Readonly<Record<string, unknown>>) =>
      within((tx) =>
        sql`update organisations set policy = policy || ${JSON.stringify(policy)}::jsonb
          where id = ${organisationId}`.execute(tx),
      ),
    testMode: (isOn: boolean) =>
      within((tx) =>
        sql`update organisations set test_mode = ${isOn} where id = ${organisationId}`.execute(tx),
      ),
    /** Ledger and payments are known up to now. */
    freshFacts: () =>
      within((tx) =>
        sql`update sources set ledger_synced_at = ${at()},
          payments_considered_until = ${today()}::date`.execute(tx),
      ),
    dispute: (customerId: string, receivableId: string, amountMinor: number) =>
      within((tx) =>
        tx
          .insertInto('disputes')
          .values({
            id: newId(),
            organisationId,
            customerId,
            receivableId,
            reason: 'quality',
            amountMinor,
            currency: 'EUR',
            openedOn: today(),
            openedAt: at(),
          })
          .execute(),
      ),
    promise: (customerId: string, openItemId: string | null, promisedFor: string) =>
      within((tx) =>
        tx
          .insertInto('promises')
          .values({
            id: newId(),
            organisationId,
            customerId,
            openItemId,
            amountMinor: 100_00,
            currency: 'EUR',
            promisedFor: day(promisedFor),
            madeOn: today(),
            takenAt: at(),
          })
          .execute(),
      ),
    hold: (customerId: string, fields: { receivableId?: string; days?: number } = {}) =>
      within((tx) =>
        tx
          .insertInto('holds')
          .values({
            id: newId(),
            organisationId,
            customerId,
            receivableId: fields.receivableId ?? null,
            reason: 'agreement',
            startsOn: today(),
            endsOn: addDays(today(), fields.days ?? 0),
            createdAt: at(),
          })
          .execute(),
      ),
    ball: (customerId: string, holderId: string, days = 5) =>
      within((tx) =>
        tx
          .insertInto('balls')
          .values({
            id: newId(),
            organisationId,
            customerId,
            lane: 'seller',
            holderId,
            takenOn: today(),
            returnsOn: addDays(today(), days),
            recordedAt: at(),
          })
          .execute(),
      ),
    meeting: (customerId: string, personId: string, onDay: string) =>
      within((tx) =>
        tx
          .insertInto('meetings')
          .values({ id: newId(), organisationId, customerId, personId, onDay: day(onDay) })
          .execute(),
      ),
    /** A seller's calendar that was read just now, with a meeting that was found in it. */
    calendar: async (personId: string, customerId: string, onDay: string) => {
      const keys = await world.secrets.of(organisationId)
      const feedId = newId()
      const address = keys.encrypt('https://calendar.test/own.ics')
      const times = { addedAt: at(), readAt: at(), triedAt: at(), nextReadAt: at() }
      const feed = { id: feedId, organisationId, personId, address, ...times }
      const event = { feedId, eventKey: 'visit', matchedBy: 'number', onDay: day(onDay) } as const
      const meeting = { id: newId(), organisationId, customerId, personId, ...event }
      await within(async (tx) => {
        await tx.insertInto('meetingFeeds').values(feed).execute()
        await tx.insertInto('meetings').values(meeting).execute()
      })
    },
    /** A document among the files: what it says, or the bytes of it. */
    evidence: async (
      customerId: string,
      fields: {
        receivableId?: string
        kind?: 'invoice' | 'order' | 'delivery_note' | 'contract' | 'other'
        name?: string
        mediaType?: string
        bytes?: Uint8Array
      } = {},
    ) => {
      const { name = 'a.pdf', mediaType = 'application/pdf', kind = 'invoice' } = fields
      const kept = await world.files.put(organisationId, fields.bytes ?? Buffer.from('%PDF-1.7'))
      const [id, fileId] = [newId(), newId()]
      await within(async (tx) => {
        const file = { id: fileId, organisationId, ...kept, mediaType, name, createdAt: at() }
        await tx.insertInto('files').values(file).execute()
        const receivableId = fields.receivableId ?? null
        await tx
          .insertInto('evidence')
          .values({ id, organisationId, customerId, receivableId, kind, fileId, addedAt: at() })
          .execute()
      })
      return id
    },
    reply: (customerId: string) =>
      within((tx) =>
        tx
          .insertInto('replies')
          .values({
            id: newId(),
            organisationId,
            customerId,
            body: '',
            receivedAt: at(),
            receivedOn: today(),
          })
          .execute(),
      ),
    outsideContact: (customerId: string, onDay: string, level = 0) =>
      within((tx) =>
        tx
          .insertInto('outsideContacts')
          .values({
            id: newId(),
            organisationId,
            customerId,
            onDay: day(onDay),
            channel: 'email',
            level,
            origin: 'the old system',
          })
          .execute(),
      ),
    unmatchedCash: (customerId: string, amountMinor: number) =>
      within(async (tx) => {
        await sql`insert into unmatched_cash (id, organisation_id, legal_entity_id, customer_id,
            amount_minor, currency, received_on)
          select ${newId()}::uuid, organisation_id, legal_entity_id, id, ${amountMinor}, 'EUR',
            ${today()}::date from customers where id = ${customerId}`.execute(tx)
      }),
  }
}
