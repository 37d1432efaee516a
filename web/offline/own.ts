import { forgettingOf, isReadable, MOST_KEPT } from './keeping.ts'
import { KEPT_AT, OWN } from './names.ts'

const ME = '/api/me'
const PATIENCE_MILLISECONDS = 8000

/** Counts departures: an answer that was asked for before one is not kept after it. */
let departures = 0

export async function forgetAll(): Promise<void> {
  departures += 1
  await caches.delete(OWN)
}

type Later = (work: Promise<unknown>) => void

/** The server's answer, kept for its person; without a network the one that was kept. */
export async function ownOf(request: Request, later: Later): Promise<Response> {
  const before = departures
  const kept = await keptOf(request)
  try {
    const patience = kept ? { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) } : {}
    const answer = await fetch(request, patience)
    const what = forgettingOf(answer.status)
    if (what === 'all') await forgetAll()
    if (what === 'this') await forget(request)
    if (answer.ok) later(keep(request, answer.clone(), before))
    // A proxy in front of a server that is down.
    return answer.status >= 502 && kept ? kept : answer
  } catch (error) {
    if (kept) return kept
    throw error
  }
}

async function keptOf(request: Request): Promise<Response | undefined> {
  const kept = await caches.match(request, { cacheName: OWN })
  if (!kept) return undefined
  if (isReadable(kept.headers.get(KEPT_AT), Date.now())) return kept
  await forget(request)
  return undefined
}

async function forget(request: Request): Promise<void> {
  const cache = await caches.open(OWN)
  await cache.delete(request)
}

let keeping: Promise<void> = Promise.resolve()

/** One after the other: an answer of somebody else empties the cache, and must not do so in between. */
function keep(request: Request, answer: Response, before: number): Promise<void> {
  keeping = keeping.then(() => keepOne(request, answer, before)).catch(() => {})
  return keeping
}

async function keepOne(request: Request, answer: Response, before: number): Promise<void> {
  const body = await answer.text()
  const { pathname } = new URL(request.url)
  const who = pathname === ME ? whoIn(body) : await askWho()
  if (who === null || before !== departures) return
  if ((await keptFor()) !== who) await caches.delete(OWN)
  if (before !== departures) return
  const cache = await caches.open(OWN)
  const headers = {
    'content-type': 'application/json',
    [KEPT_AT]: answer.headers.get('date') ?? new Date().toUTCString(),
    'x-goodterms-for': who,
  }
  await cache.put(request, new Response(body, { headers }))
  const keys = await cache.keys()
  for (const old of keys.filter(({ url }) => !url.endsWith(ME)).slice(0, -MOST_KEPT)) {
    await cache.delete(old)
  }
  // It left while this was being written.
  if (before !== departures) await caches.delete(OWN)
}

/** Whose answers are kept here, by what was kept of themselves. */
async function keptFor(): Promise<string | null> {
  const mine = await caches.match(ME, { cacheName: OWN })
  return mine?.headers.get('x-goodterms-for') ?? null
}

/** Nothing is kept before it is known for whom. */
async function askWho(): Promise<string | null> {
  const known = await keptFor()
  if (known !== null) return known
  const before = departures
  const answer = await fetch(ME).catch(() => null)
  if (!answer?.ok) return null
  await keepOne(new Request(ME), answer.clone(), before)
  return whoIn(await answer.text())
}

/** A person in an organisation: what one may see hangs on both. */
function whoIn(body: string): string | null {
  const me: unknown = JSON.parse(body)
  if (typeof me !== 'object' || me === null || !('person' in me)) return null
  const organisation = 'organisation' in me ? me.organisation : null
  return isWho(me.person) && isWho(organisation) ? `${me.person.id} ${organisation.id}` : null
}

function isWho(of: unknown): of is { readonly id: string } {
  return typeof of === 'object' && of !== null && 'id' in of
}
