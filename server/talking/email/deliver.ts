import { inOrganisation } from '../../database/tenancy.ts'
import type { World } from '../../world.ts'
import { demoServer } from '../demo-mailbox/index.ts'
import { distinctMailboxes } from './addresses.ts'
import { awaitAllowance } from './allowance.ts'
import { composeMail, type Mail } from './compose.ts'
import { openPool, type Pool } from './pool.ts'
import type { Delivery } from './rules.ts'
import { openSettings, type Settings } from './settings.ts'
import { selectOrganisation } from './store.ts'

type OpenPool = { readonly key: string; readonly pool: Pool }

const pools = new Map<string, OpenPool>()

export type DeliverOptions = {
  /**
   * Asked once the mail server wants the content and before the first byte leaves; false, or a
   * failure, calls the message off. Asked again over another connection, it has to answer the same.
   */
  readonly beforeContent?: () => Promise<boolean>
}

/** An organisation's way to its mail server, with the settings as they were when it was opened. */
export type Mailer = {
  readonly connections: number
  readonly messagesPerMinute: number
  /** Waits until the organisation may send one more message this minute, and takes that place. */
  readonly allowance: () => Promise<void>
  /** See `deliver`. */
  readonly send: (mail: Mail, options?: DeliverOptions) => Promise<Delivery>
}

/** The organisation's mailer; null while it has no mail server. */
export async function openMailer(world: World, organisationId: string): Promise<Mailer | null> {
  const settings = await currentSettings(world, organisationId)
  if (!settings) return null
  const { connections, messagesPerMinute } = settings
  return {
    connections,
    messagesPerMinute,
    allowance: () => awaitAllowance(world.db, organisationId, messagesPerMinute),
    send: (mail, options) => sendWith(settings, organisationId, mail, options),
  }
}

/**
 * Hands one message to the organisation's mail server, once. Never tries again by itself once the
 * content has begun to leave. Mail of a demo organisation goes to the mailbox on this machine.
 */
export async function deliver(
  world: World,
  organisationId: string,
  mail: Mail,
  options: DeliverOptions = {},
): Promise<Delivery> {
  if (distinctMailboxes(mail.to).length === 0) return NO_RECIPIENT
  const mailer = await openMailer(world, organisationId)
  return mailer
    ? mailer.send(mail, options)
    : { kind: 'not_sent', reason: 'not_configured', answer: '' }
}

const NO_RECIPIENT = { kind: 'not_sent', reason: 'no_recipient', answer: '' } as const

async function sendWith(
  settings: Settings,
  organisationId: string,
  mail: Mail,
  { beforeContent = async () => true }: DeliverOptions = {},
): Promise<Delivery> {
  const to = distinctMailboxes(mail.to)
  const cc = distinctMailboxes(mail.cc ?? [], to)
  if (to.length === 0) return NO_RECIPIENT

  const content = composeMail({ ...mail, to, cc }, settings.fromAddress)
  const envelope = { from: settings.fromAddress, to: [...to, ...cc].map(({ address }) => address) }

  return poolOf(organisationId, settings).send({ envelope, content, beforeContent })
}

/** How the organisation sends now; of a demo organisation, how mail is caught. */
export async function currentSettings(
  world: World,
  organisationId: string,
): Promise<Settings | null> {
  const keys = await world.secrets.of(organisationId)
  const { settings, isDemo } = await inOrganisation(world.db, organisationId, async (tx) => ({
    settings: await openSettings(tx, organisationId, keys),
    isDemo: (await selectOrganisation(tx, organisationId)).isDemo,
  }))
  return settings && isDemo
    ? { ...settings, ...(await demoServer(world, organisationId)) }
    : settings
}

/** The connections for these settings; changed settings get new ones, and the old ones end. */
function poolOf(organisationId: string, settings: Settings): Pool {
  const { host, port, security, username, password, connections } = settings
  const key = JSON.stringify([host, port, security, username, password, connections])
  const open = pools.get(organisationId)
  if (open?.key === key) return open.pool
  open?.pool.close()
  const pool = openPool({ host, port, security, username, password }, { connections })
  pools.set(organisationId, { key, pool })
  return pool
}

/** Closes every idle connection; what is being sent finishes. For shutting down. */
export function closeConnections(): void {
  for (const { pool } of pools.values()) pool.close()
  pools.clear()
}
