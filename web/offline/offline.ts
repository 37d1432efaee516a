import { wayOf } from './keeping.ts'
import { OWN } from './names.ts'

const HOUR_MILLISECONDS = 3_600_000

/** Lets the application start without a network from the next time on, and takes its updates. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  // A browser that refuses works as before, online.
  void register().catch(() => {})
}

async function register(): Promise<void> {
  const isFirst = navigator.serviceWorker.controller === null
  const registration = await navigator.serviceWorker.register('/worker.js')
  if (isFirst) {
    navigator.serviceWorker.addEventListener('controllerchange', showAgain, {
      once: true,
    })
  }
  let lastAsked = performance.now()
  document.addEventListener('visibilitychange', () => {
    if (document.hidden || performance.now() - lastAsked < HOUR_MILLISECONDS) return
    lastAsked = performance.now()
    void registration.update().catch(() => {})
  })
}

const SETTLING_MILLISECONDS = 30_000

/** What this page fetched before the worker was there is asked for again, for it to keep. */
function showAgain(): void {
  const observer = new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry instanceof PerformanceResourceTiming && isMissed(entry)) {
        void fetch(entry.name).catch(() => {})
      }
    }
  })
  observer.observe({ type: 'resource', buffered: true })
  setTimeout(() => observer.disconnect(), SETTLING_MILLISECONDS)
}

/** The worker would have kept it, but did not see it. */
function isMissed({ name, workerStart }: PerformanceResourceTiming): boolean {
  const { origin, pathname: path } = new URL(name)
  const way = wayOf({ method: 'GET', path, isPage: false })
  return workerStart === 0 && origin === location.origin && (way === 'file' || way === 'own')
}

/** Nothing of a person stays readable here when they leave or somebody else comes. */
export async function forgetPerson(): Promise<void> {
  const { closeOutbox } = await import('./outbox/outbox.ts')
  await closeOutbox()
  if ('caches' in globalThis) await caches.delete(OWN)
}
