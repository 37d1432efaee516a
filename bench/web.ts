import type { Browser, Page } from 'playwright-core'

import { openBrowser, openPage } from '../server/testing/browser.ts'
import { startTrial, type Trial } from '../tools/screenshots/trial.ts'
import { percentile, print } from './print.ts'

const ROUNDS = 12
const SETTLING_MILLISECONDS = 400

type Change = {
  readonly figure: string
  /** Where it begins; `:customer` stands for the first customer of the worklist. */
  readonly from: string
  /** The strokes; what is measured begins with the last of them. */
  readonly keys: readonly string[]
  /** Where one is when it is done. */
  readonly to: RegExp
  readonly back: readonly string[]
}

const TODAY = /\/today/
const CUSTOMERS = /\/customers(\?|$)/

const CHANGES: readonly Change[] = [
  between('today_to_customers', 'c', CUSTOMERS),
  between('today_to_promises', 'p', /\/promises/),
  between('today_to_disputes', 'd', /\/disputes/),
  between('today_to_run', 'r', /\/run/),
  between('today_to_insight', 'i', /\/insight/),
  { ...between('today_to_customer', '', /\/customers\/[0-9a-f-]+/), keys: ['Enter'] },
]

function between(figure: string, key: string, to: RegExp): Change {
  return { figure, from: '/today', keys: ['g', key], to, back: ['g', 't'] }
}

/** From the key to the painted page, for pages whose data is there, in a real browser on the demo company. */
export async function measureWeb(): Promise<void> {
  const trial = await startTrial()
  const browser = await openBrowser()
  try {
    await measureChanges(browser, trial)
  } finally {
    await browser.close()
    await trial.stop()
  }
}

/** The same on a demo company that runs already. */
export async function measureChanges(
  browser: Browser,
  { origin, people }: Pick<Trial, 'origin' | 'people'>,
): Promise<void> {
  const { page, context } = await openPage(browser, { origin })
  const personId = people.find(({ roles }) => roles.includes('collector'))?.id
  const headers = { 'x-goodterms': 'bench' }
  await page.request.post('/api/demo-session', { data: { personId }, headers })
  await page.goto('/today')
  await settle(page, TODAY)
  for (const { figure, keys, to, back } of CHANGES) {
    const there: number[] = []
    const home: number[] = []
    // The first time fetches what is measured afterwards.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const out = await pressed(page, keys, to)
      const returned = await pressed(page, back, TODAY)
      if (round > 0) there.push(out)
      if (round > 0) home.push(returned)
    }
    report(figure, there)
    report(`${figure}_and_back`, home)
  }
  report('next_customer_on_the_worklist', await stepped(page))
  await context.close()
}

function report(figure: string, took: readonly number[]): void {
  const [value, worst] = [percentile(took, 0.5), Math.max(...took)]
  print({
    figure: `page_change_${figure}`,
    value,
    unit: 'ms',
    aim: '< 100 ms',
    detail: { rounds: took.length, worst: Math.round(worst) },
  })
}

/** Milliseconds from the last of the strokes to the painted page at an address. */
async function pressed(page: Page, keys: readonly string[], to: RegExp): Promise<number> {
  await watch(page, to.source)
  for (const key of keys) await page.keyboard.press(key)
  const took = await watched(page)
  await settle(page, to)
  return took
}

/** Milliseconds from J to the painted brief of the next customer. */
async function stepped(page: Page): Promise<number[]> {
  const took: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    await watch(page, TODAY.source, await page.locator('article h2').textContent())
    await page.keyboard.press('j')
    took.push(await watched(page))
    await page.waitForTimeout(150)
  }
  return took
}

/** Begins to look, frame by frame, for the page that a stroke leads to. */
async function watch(page: Page, address: string, before: string | null = null): Promise<void> {
  await page.evaluate(
    ([wanted, old]) => {
      const isThere = () =>
        new RegExp(wanted ?? '').test(location.pathname + location.search) &&
        document.querySelector('.animate-breathe, [aria-busy=true]') === null &&
        document.querySelector('main')?.getAttribute('data-place') !== 'before' &&
        (old === null || document.querySelector('article h2')?.textContent !== old)
      document.querySelector('main')?.setAttribute('data-place', old === null ? 'before' : 'same')
      const took = new Promise<number>((resolve) => {
        let start = 0
        const listening = new AbortController()
        const note = (event: Event) => {
          start = event.timeStamp
        }
        document.addEventListener('keydown', note, { capture: true, signal: listening.signal })
        const look = () => {
          if (start === 0 || !isThere()) {
            requestAnimationFrame(look)
            return
          }
          listening.abort()
          // A message comes after the frame that is being made now has been painted.
          const { port1, port2 } = new MessageChannel()
          port1.addEventListener('message', () => resolve(performance.now() - start))
          port1.start()
          port2.postMessage(null)
        }
        requestAnimationFrame(look)
      })
      Reflect.set(window, 'took', took)
    },
    [address, before] as const,
  )
}

function watched(page: Page): Promise<number> {
  return page.evaluate(async () => Number(await Reflect.get(window, 'took')))
}

/** Until what was fetched behind the page is there, so that the next measurement is alone. */
async function settle(page: Page, address: RegExp): Promise<void> {
  await page.waitForURL(address)
  await page.waitForFunction(
    () => document.querySelector('.animate-breathe, [aria-busy=true]') === null,
  )
  await page.waitForTimeout(SETTLING_MILLISECONDS)
}
