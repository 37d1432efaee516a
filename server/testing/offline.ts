import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const PATIENCE = { timeout: 20_000 }

/** Waits until the worker has kept this answer and every file that the page is made of. */
export async function keptForOffline(page: Page, answer: RegExp): Promise<void> {
  await expect
    .poll(() => keptBy(page), PATIENCE)
    .toEqual(expect.arrayContaining([expect.stringMatching(answer)]))
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await expect.poll(() => missingOf(page), PATIENCE).toEqual([])
}

/** The addresses whose answers the worker keeps of this person. */
export function keptBy(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const has = await caches.has('goodterms-own')
    return has ? (await (await caches.open('goodterms-own')).keys()).map(({ url }) => url) : []
  })
}

function missingOf(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const names = performance.getEntriesByType('resource').map(({ name }) => name)
    const files = names.filter((name) => name.includes('/assets/'))
    const here = await Promise.all(files.map((name) => caches.match(name)))
    return files.filter((_, at) => !here[at])
  })
}
