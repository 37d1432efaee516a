import { wayOf } from './keeping.ts'
import { forgetAll, ownOf } from './own.ts'
// The service worker: the application starts and a brief opens where there is no network. It keeps
// answers of one person only, for a week, and forgets them when that person leaves.
import { shell, keepShell, leaveOldShells, fileOf, pageOf } from './shell.ts'

type Waiting = Event & { readonly waitUntil: (work: Promise<unknown>) => void }
type Fetching = Waiting & {
  readonly request: Request
  readonly respondWith: (answer: Promise<Response>) => void
}

type Worker = {
  readonly location: Location
  readonly skipWaiting: () => Promise<void>
  readonly clients: { readonly claim: () => Promise<void> }
  readonly addEventListener: {
    (name: 'install' | 'activate', listen: (event: Waiting) => void): void
    (name: 'fetch', listen: (event: Fetching) => void): void
  }
}

// The library that types the scope of workers contradicts the one of pages.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- this file runs as a worker only
const worker = globalThis as unknown as Worker

worker.addEventListener('install', (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()))
})

worker.addEventListener('activate', (event) => {
  event.waitUntil(leaveOldShells(shell).then(() => worker.clients.claim()))
})

worker.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname: path } = new URL(request.url)
  if (origin !== worker.location.origin) return
  const way = wayOf({ method: request.method, path, isPage: request.mode === 'navigate' })
  if (way === 'page') event.respondWith(pageOf(request))
  if (way === 'file') event.respondWith(fileOf(request))
  if (way === 'own') event.respondWith(ownOf(request, (work) => event.waitUntil(work)))
  if (way === 'move') event.respondWith(moveOf(request))
})

/** Before and after, so that no answer on its way is kept for the next person. */
async function moveOf(request: Request): Promise<Response> {
  await forgetAll()
  const answer = await fetch(request)
  await forgetAll()
  return answer
}
