import { getDeviceKey } from '#contract/access/sessions'

import { call, callAddress } from '../../api/call.ts'
import * as database from './database.ts'
import { keyFrom, seal, unseal } from './sealing.ts'
import { dueOf, failureOf, nextAfter, pauseAfter, type Waiting } from './waiting.ts'

/** What a person's device has to send, as the page shows it. */
export type Outbox = {
  readonly entries: readonly Waiting[]
  /** The one that is under way. */
  readonly sendingId: string | null
  /** Why nothing goes: no network, or nobody signed in. */
  readonly pause: 'none' | 'offline' | 'signed_out'
  /** False where the browser keeps nothing: it waits only while this page is open. */
  readonly isKept: boolean
  /** Whether it is known what waits. */
  readonly isRead: boolean
}

const EMPTY: Outbox = {
  entries: [],
  sendingId: null,
  pause: 'none',
  isKept: true,
  isRead: false,
}
const NAME = 'goodterms-outbox'

type Owner = { readonly name: string; readonly key: CryptoKey | null }

let owner: Owner | null = null
/** Whose outbox is open or being opened. */
let wanted: string | null = null
let outbox: Outbox = EMPTY
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined

const listeners = new Set<() => void>()
const sentListeners = new Set<(entry: Waiting, answer: unknown) => void>()
const watched = new Set<string>()
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME)
channel?.addEventListener('message', () => void read())

export function currentOutbox(): Outbox {
  return outbox
}

export function onOutbox(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Told of each entry that arrived, with the server's answer. */
export function onSent(listener: (entry: Waiting, answer: unknown) => void): () => void {
  sentListeners.add(listener)
  return () => sentListeners.delete(listener)
}

/** A page that shows itself what becomes of an entry. */
export function watch(id: string): () => void {
  watched.add(id)
  return () => watched.delete(id)
}

export function isWatched(id: string): boolean {
  return watched.has(id)
}

function change(next: Partial<Outbox>): void {
  outbox = { ...outbox, ...next }
  for (const listener of listeners) listener()
}

type Whose = { readonly organisationId: string; readonly personId: string }

/** Opens the outbox of whoever is signed in and sends what waits. */
export async function openOutbox({ organisationId, personId }: Whose): Promise<void> {
  const name = `${organisationId}/${personId}`
  if (wanted !== name) {
    if (wanted !== null) change(EMPTY)
    wanted = name
    owner = null
    const key = await keyOf(name)
    if (wanted !== name) return
    await begin({ name, key })
  }
  // Somebody else opens it just now and goes on with it.
  if (!owner) return
  await read()
  change({ isRead: true })
  await send()
}

/** What was written before the key was there is kept, too, before anything is taken back or sent. */
async function begin(next: Owner): Promise<void> {
  const { name, key } = next
  const start = async () => {
    if (wanted !== name) return
    owner = next
    change({ isKept: key !== null })
    if (!key) return
    for (const entry of outbox.entries) await database.putEntry(await seal(key, name, entry))
  }
  await (outbox.entries.length > 0 ? inTurn(start) : start())
}

/** The key that this device has of the person, or the server's; null where nothing can be sealed. */
async function keyOf(name: string): Promise<CryptoKey | null> {
  try {
    const kept = await database.keyOf(name)
    if (kept) return kept
    const { key: secret } = await call(getDeviceKey, {})
    const key = await keyFrom(secret)
    // They may have signed out while it was on its way.
    if (wanted !== name) return null
    await database.keepKey(name, key)
    return key
  } catch {
    return null
  }
}

/** When somebody signs out: what waits stays, sealed, and nobody can read it until they are back. */
export async function closeOutbox(): Promise<void> {
  clearTimeout(timer)
  wanted = null
  owner = null
  change(EMPTY)
  await database.forgetKeys().catch(() => undefined)
}

/** Asks for the key that was out of reach, and keeps what waited without one. */
async function findKey(): Promise<void> {
  if (!owner || owner.key || !isSecureContext) return
  const { name } = owner
  const key = await keyOf(name)
  if (!key || owner.name !== name) return
  await begin({ name, key })
}

async function read(): Promise<void> {
  if (!owner?.key) return
  const { name, key } = owner
  const sealed = await database.entriesOf(name)
  const entries = await Promise.all(sealed.map((entry) => unseal(key, entry)))
  change({ entries: entries.filter((entry) => entry !== null) })
}

function tellTabs(id: string): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel stays within its origin
  channel?.postMessage(id)
}

async function store(entry: Waiting): Promise<void> {
  if (owner?.key) await database.putEntry(await seal(owner.key, owner.name, entry))
  const others = outbox.entries.filter(({ id }) => id !== entry.id)
  change({ entries: [...others, entry] })
  tellTabs(entry.id)
}

async function forget(id: string): Promise<void> {
  if (owner?.key) await database.deleteEntry(id)
  change({ entries: outbox.entries.filter((entry) => entry.id !== id) })
  tellTabs(id)
}

/** Keeps something to be sent: at once, or when it is no longer held. */
export async function keep(entry: Omit<Waiting, 'refused' | 'at'>): Promise<void> {
  await store({ ...entry, at: Date.now(), refused: null })
  tryAgainIn(Math.max(0, entry.heldUntil - Date.now()))
}

/** Puts something in the place of what has not been sent; false when that was sent meanwhile. */
export async function replace(
  id: string,
  entry: Omit<Waiting, 'refused' | 'at'>,
): Promise<boolean> {
  const isThere = await inTurn(async () => {
    await read()
    if (!outbox.entries.some((one) => one.id === id)) return false
    // The new one first: whatever breaks off in between, nothing is lost.
    await store({ ...entry, at: Date.now(), refused: null })
    await forget(id)
    return true
  })
  if (isThere) tryAgainIn(Math.max(0, entry.heldUntil - Date.now()))
  return isThere
}

/** Takes something back that has not been sent; false when it has. */
export async function takeBack(id: string): Promise<boolean> {
  return inTurn(async () => {
    await read()
    const isThere = outbox.entries.some((entry) => entry.id === id)
    if (isThere) await forget(id)
    return isThere
  })
}

/** Sends what is held now, too: whoever leaves the page has made up their mind. */
export async function sendNow(): Promise<void> {
  for (const entry of outbox.entries) {
    if (entry.heldUntil > Date.now()) await store({ ...entry, heldUntil: 0 })
  }
  await send()
}

function tryAgainIn(milliseconds: number): void {
  clearTimeout(timer)
  timer = setTimeout(() => void send(), milliseconds)
}

/** One tab at a time; where there are no locks there is one tab that sends. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  return 'locks' in navigator ? await navigator.locks.request(NAME, work) : await work()
}

/** Sends all that may go. Called when the page opens, the network is back, or the tab is looked at. */
export async function send(): Promise<void> {
  if (!owner) return
  await findKey()
  const now = await inTurn(sendDue)
  const next = nextAfter(outbox.entries, now)
  if (outbox.pause === 'offline') tryAgainIn(pauseAfter(failures))
  else if (next !== null) tryAgainIn(Math.max(0, next - Date.now()))
}

/** Gives the moment by which it chose: a timer comes early by a little, and then nothing is due yet. */
async function sendDue(): Promise<number> {
  await read()
  const now = Date.now()
  if (outbox.entries.length === 0) change({ pause: 'none' })
  for (const entry of dueOf(outbox.entries, now)) {
    if (!(await sendOne(entry))) break
  }
  change({ sendingId: null })
  return now
}

/** False when the next one need not be tried. */
async function sendOne(entry: Waiting): Promise<boolean> {
  change({ sendingId: entry.id })
  try {
    const answer = await callAddress(entry)
    failures = 0
    await forget(entry.id)
    change({ pause: 'none' })
    for (const listener of sentListeners) listener(entry, answer)
    return true
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'refused') {
      await store({ ...entry, refused: failure.refused })
      return true
    }
    failures += 1
    change({ pause: failure.kind === 'signed_out' ? 'signed_out' : 'offline' })
    return false
  }
}
