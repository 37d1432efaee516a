import { inOrganisation } from '../../database/tenancy.ts'
import type { Actor } from '../../http/actor.ts'
import { dayIn, type Instant } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { World } from '../../world.ts'
import { statementName, statementPdf } from '../statement/index.ts'
import { exampleSnapshot, loadTemplates, renderMessage } from '../templates/index.ts'
import { deliver } from './deliver.ts'
import { messageIdOf } from './message-id.ts'
import type { Delivery } from './rules.ts'
import {
  completed,
  openSettings,
  removeSettings,
  saveSettings,
  type ChangedSettings,
  type Setting,
  type Settings,
} from './settings.ts'
import * as store from './store.ts'
import { tryServer, type Problem, type Stage, type Trial } from './trial.ts'

/** The settings as they are shown: without the password. */
export type ShownSettings = Omit<Settings, 'password'> & { readonly hasPassword: boolean }

export async function readSettings(world: World, actor: Actor): Promise<ShownSettings | null> {
  const setting = await settingOf(world, actor)
  const settings = await inOrganisation(world.db, actor.organisationId, (tx) =>
    openSettings(tx, actor.organisationId, setting.keys),
  )
  return settings && shown(settings)
}

export async function changeSettings(
  world: World,
  actor: Actor,
  change: ChangedSettings,
): Promise<ShownSettings> {
  const setting = await settingOf(world, actor)
  return inOrganisation(world.db, actor.organisationId, async (tx) =>
    shown(await saveSettings(tx, setting, change)),
  )
}

export async function stopSending(world: World, actor: Actor): Promise<void> {
  const setting = await settingOf(world, actor)
  await inOrganisation(world.db, actor.organisationId, (tx) => removeSettings(tx, setting))
}

/** Tries settings, saved or not, without sending. */
export async function checkSettings(
  world: World,
  actor: Actor,
  change: ChangedSettings,
): Promise<Trial> {
  const setting = await settingOf(world, actor)
  const settings = await inOrganisation(world.db, actor.organisationId, (tx) =>
    completed(tx, setting, change),
  )
  return tryServer(settings)
}

/** Sends the statement of an invented account to the one who asks, through the saved settings. */
export async function sendTestMessage(
  world: World,
  actor: Actor,
  language: string,
): Promise<Trial & { readonly to: string }> {
  const { organisationId } = actor
  const me = await inOrganisation(world.db, organisationId, async (tx) => ({
    email: await store.selectEmail(tx, actor.personId),
    templates: await loadTemplates(tx, organisationId),
    settings: await store.selectSettings(tx, organisationId),
  }))
  if (!me.settings) throw new Refusal('conflict', 'no_mail_settings')
  const to = world.secrets.installation.decrypt(me.email)
  const snapshot = exampleSnapshot(language)
  const message = renderMessage(me.templates, { templateKey: 'statement_only', language, snapshot })
  if (message.kind === 'held') throw new Refusal('conflict', 'text_is_faulty')

  const start = performance.now()
  const delivery = await deliver(world, organisationId, {
    messageId: messageIdOf([organisationId, 'test', newId()], me.settings.messageDomain),
    at: world.clock(),
    senderName: actor.name,
    replyTo: { name: actor.name, address: to },
    to: [{ name: actor.name, address: to }],
    ...message,
    attachments: [
      {
        name: statementName(snapshot, language),
        mediaType: 'application/pdf',
        content: await statementPdf(snapshot, language),
      },
    ],
  })
  return { ...trialOfDelivery(delivery), to, milliseconds: Math.round(performance.now() - start) }
}

function trialOfDelivery(delivery: Delivery): Omit<Trial, 'milliseconds'> {
  const { answer } = delivery
  const said = { answer, isEncrypted: false }
  if (delivery.kind === 'accepted') return { isGood: true, stage: 'done', problem: null, ...said }
  return { isGood: false, ...stageOf(delivery), ...said }
}

function stageOf(delivery: Exclude<Delivery, { kind: 'accepted' }>): {
  stage: Stage
  problem: Problem
} {
  if (delivery.kind === 'unknown') return { stage: 'send', problem: 'connection_lost' }
  if (delivery.kind === 'refused') return { stage: 'send', problem: `${delivery.of}_refused` }
  if (delivery.reason === 'sign_in') return { stage: 'sign_in', problem: 'sign_in_refused' }
  if (delivery.reason === 'encrypt') return { stage: 'encrypt', problem: 'other' }
  if (delivery.reason === 'deferred') return { stage: 'send', problem: 'other' }
  const problem = delivery.reason === 'not_configured' ? 'not_configured' : 'no_connection'
  return { stage: 'connect', problem }
}

/** How sending goes today, in the organisation's zone. */
export async function readHealth(world: World, { organisationId }: Actor) {
  return inOrganisation(world.db, organisationId, async (tx) => {
    const organisation = await store.selectOrganisation(tx, organisationId)
    const settings = await store.selectSettings(tx, organisationId)
    const today = dayIn(organisation.timeZone, world.clock())
    const health = await store.selectHealth(tx, organisationId, today)
    const refusal = await store.selectLastRefusal(tx, organisationId)
    return {
      ...health,
      isConfigured: settings !== undefined,
      isTestMode: organisation.testMode,
      fromAddress: settings?.fromAddress ?? null,
      lastRefusal: refusal?.answeredAt ? lastRefusal(refusal.answeredAt, refusal.answer) : null,
    }
  })
}

function lastRefusal(at: Instant, answer: string) {
  return { at, answer }
}

async function settingOf(world: World, { organisationId, personId }: Actor): Promise<Setting> {
  const keys = await world.secrets.of(organisationId)
  return { organisationId, personId, at: world.clock(), keys }
}

function shown({ password, ...settings }: Settings): ShownSettings {
  return { ...settings, hasPassword: password !== '' }
}
