import type { Readable } from 'node:stream'

import type pino from 'pino'

import type { Database } from './database/database.ts'
import type { Instant } from './kernel/day.ts'

/** The keys of one organisation. What it encrypts nobody else's keys open. */
export type Keys = {
  /** AES-256-GCM; '' stays '' so that an absent value is visible as absent. */
  readonly encrypt: (text: string) => string
  readonly decrypt: (text: string) => string
  readonly encryptBytes: (bytes: Uint8Array) => Buffer
  readonly decryptBytes: (bytes: Uint8Array) => Buffer
  /** A keyed hash to look a value up by: same text, same hash, in this organisation only. */
  readonly hash: (text: string) => string
}

export type Secrets = {
  /** The keys of an organisation, opened once and kept. */
  readonly of: (organisationId: string) => Promise<Keys>
  /** The installation's own keys, for people, who belong to no one organisation. */
  readonly installation: Keys
  /** A new data key, wrapped by the master key, for organisations.data_key. */
  readonly newDataKey: () => string
}

/** Bytes beside the database, encrypted and addressed by their content. */
export type Files = {
  readonly put: (
    organisationId: string,
    bytes: Readable | Uint8Array,
  ) => Promise<{ sha256: string; bytes: number }>
  readonly read: (organisationId: string, sha256: string) => Promise<Buffer>
  readonly stream: (organisationId: string, sha256: string) => Promise<Readable>
}

/** Everything the server takes from outside itself. Tests pass their own. */
export type World = {
  readonly db: Database
  /** The owner's connection string: the job worker, LISTEN and COPY into staging use it. */
  readonly ownerUrl: string
  /** Now. Stopped or shifted by GOODTERMS_CLOCK; nothing else asks what time it is. */
  readonly clock: () => Instant
  readonly secrets: Secrets
  readonly files: Files
  readonly log: pino.Logger
  /** This process while it lives, for `isProcessAlive` of server/jobs: no other ever has this id. */
  readonly processId: string
  /** True while a trial clock is set: the interface says so on every page. */
  readonly hasTrialClock: boolean
  /** Where people reach this installation, for links in messages: 'http://localhost:4170'. */
  readonly origin: string
  /** What the operator says about the world outside; absent, nothing inside may be posted to. */
  readonly outside?: {
    /** Hosts on private networks that webhooks may go to. */
    readonly allowedHosts: readonly string[]
    /** Certificates (PEM) to believe beside the usual ones. */
    readonly certificates?: string
  }
}
