import { isIP } from 'node:net'

import { appendEvent } from '../../access/index.ts'
import type { Transaction } from '../../database/database.ts'
import type { Instant } from '../../kernel/day.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Keys } from '../../world.ts'
import { normalAddress } from './addresses.ts'
import * as store from './store.ts'

/** How an organisation sends, with its password open. */
export type Settings = store.SettingsRow

export type ChangedSettings = Omit<Settings, 'password' | 'messageDomain' | 'updatedAt'> & {
  /** Undefined keeps the password that is there. */
  readonly password?: string | undefined
  readonly messageDomain?: string | undefined
}

export type Setting = {
  readonly organisationId: string
  readonly personId: string
  readonly at: Instant
  readonly keys: Keys
}

/** The settings with their password open; null when the organisation does not send. */
export async function openSettings(
  tx: Transaction,
  organisationId: string,
  keys: Keys,
): Promise<Settings | null> {
  const row = await store.selectSettings(tx, organisationId)
  return row ? { ...row, password: keys.decrypt(row.password) } : null
}

/** Whether the organisation can send at all. */
export async function mailReadiness(
  tx: Transaction,
  organisationId: string,
): Promise<'ready' | 'no_mail_settings'> {
  return (await store.selectSettings(tx, organisationId)) ? 'ready' : 'no_mail_settings'
}

/** The domain of the organisation's Message-IDs; null before it can send. */
export async function messageDomainOf(
  tx: Transaction,
  organisationId: string,
): Promise<string | null> {
  return (await store.selectSettings(tx, organisationId))?.messageDomain ?? null
}

/** Where mail goes instead while the organisation tries things out; '' when no mailbox is set, null in earnest. */
export async function testMailboxOf(
  tx: Transaction,
  organisationId: string,
): Promise<string | null> {
  const { testMode } = await store.selectOrganisation(tx, organisationId)
  if (!testMode) return null
  return (await store.selectSettings(tx, organisationId))?.testMailbox ?? ''
}

/** What the settings will be, or the reason why not. Nothing is kept. */
export async function completed(
  tx: Transaction,
  { organisationId, at, keys }: Setting,
  change: ChangedSettings,
): Promise<Settings> {
  const present = await openSettings(tx, organisationId, keys)

  const fromAddress = normalAddress(change.fromAddress)
  if (!fromAddress) throw new Refusal('invalid', 'header_in_address', { field: 'fromAddress' })
  const password = change.password ?? present?.password ?? ''
  if (password !== '' && change.security === 'none' && !isLoopback(change.host)) {
    throw new Refusal('invalid', 'password_without_encryption', { host: change.host })
  }

  const messageDomain = change.messageDomain || fromAddress.slice(fromAddress.lastIndexOf('@') + 1)
  return { ...change, fromAddress, password, messageDomain, updatedAt: at }
}

export async function saveSettings(
  tx: Transaction,
  setting: Setting,
  change: ChangedSettings,
): Promise<Settings> {
  const { organisationId, keys } = setting
  const settings = await completed(tx, setting, change)

  const password = keys.encrypt(settings.password)
  await store.upsertSettings(tx, organisationId, { ...settings, password })
  const { host, port, security } = settings
  await tell(tx, setting, 'mail_settings.saved', { host, port, security })
  return settings
}

export async function removeSettings(tx: Transaction, setting: Setting): Promise<void> {
  const wasThere = await store.deleteSettings(tx, setting.organisationId)
  if (wasThere) await tell(tx, setting, 'mail_settings.removed', {})
}

function tell(
  tx: Transaction,
  { organisationId, personId, at }: Setting,
  name: string,
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  const by = { kind: 'person', id: personId } as const
  return appendEvent(tx, { organisationId, at, name, by, subject: { kind: 'mail_settings' }, data })
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'))
}
