import {
  type checkMailSettings,
  getMailHealth,
  getMailSettings,
  type SECURITIES,
} from '#contract/talking/email'

import type { InputOf, ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type MailSettings = NonNullable<ReplyOf<typeof getMailSettings>['settings']>
export type MailBody = InputOf<typeof checkMailSettings>['body']
export type MailTrial = ReplyOf<typeof checkMailSettings>
export type MailHealth = ReplyOf<typeof getMailHealth>
export type Security = (typeof SECURITIES)[number]

export const mailSettings = asking(getMailSettings, {})
export const mailHealth = asking(getMailHealth, {})

export type MailDraft = {
  readonly [Name in Exclude<keyof MailBody, 'password'>]-?: NonNullable<MailBody[Name]>
} & {
  /** Null leaves the one that is saved. */
  readonly password: string | null
}

/** What the form begins with: what is saved, or what most mail servers want. */
export function draftOf(settings: MailSettings | null): MailDraft {
  return {
    host: settings?.host ?? '',
    port: settings?.port ?? PORTS.starttls,
    security: settings?.security ?? 'starttls',
    username: settings?.username ?? '',
    password: null,
    fromAddress: settings?.fromAddress ?? '',
    messageDomain: settings?.messageDomain ?? '',
    connections: settings?.connections ?? 3,
    messagesPerMinute: settings?.messagesPerMinute ?? 120,
    testMailbox: settings?.testMailbox ?? '',
  }
}

/** What is sent: a domain that was left empty is that of the address. */
export function bodyOf({ password, messageDomain, ...draft }: MailDraft): MailBody {
  return {
    ...draft,
    ...(messageDomain === '' ? {} : { messageDomain }),
    ...(password === null ? {} : { password }),
  }
}

export const PORTS: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 }

/** The same port as before, unless it was the usual one of the other way to encrypt. */
export function portFor(security: Security, before: Pick<MailDraft, 'port' | 'security'>): number {
  return before.port === PORTS[before.security] ? PORTS[security] : before.port
}

type Provider = Pick<MailDraft, 'host' | 'port' | 'security'> & { readonly name: string }

/** Servers of common providers, as their manuals state them. */
export const PROVIDERS: readonly Provider[] = [
  { name: 'Microsoft 365', host: 'smtp.office365.com', port: 587, security: 'starttls' },
  { name: 'Google Workspace', host: 'smtp.gmail.com', port: 587, security: 'starttls' },
  { name: 'IONOS', host: 'smtp.ionos.com', port: 587, security: 'starttls' },
  { name: 'OVHcloud', host: 'ssl0.ovh.net', port: 465, security: 'tls' },
  { name: 'Brevo', host: 'smtp-relay.brevo.com', port: 587, security: 'starttls' },
]
