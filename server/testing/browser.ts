import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'

import { violationsOn } from './axe.ts'
import { findChromium } from './chromium.ts'

export const SIZES = {
  desktop: { width: 1280, height: 900 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
} as const

export type Look = {
  readonly origin: string
  readonly size?: keyof typeof SIZES
  readonly scheme?: 'light' | 'dark'
  /** What the browser asks for: 'en-GB', 'de-DE', 'fr-FR', 'es-ES'. */
  readonly locale?: string
}

export type Visit = {
  readonly page: Page
  readonly context: BrowserContext
  /** What the console, the page and the network complained about so far. A good visit has none. */
  readonly problems: string[]
}

/** A page of a test lives for seconds: to optimise its code costs more than it saves. */
const SHORT_LIVED = '--js-flags=--no-maglev --no-turbofan'

/** Long enough for a busy machine, short enough that a test says what it waited for. */
const PATIENCE_MILLISECONDS = 20_000

export async function openBrowser(): Promise<Browser> {
  const { program, env } = await findChromium()
  return chromium.launch({
    executablePath: program,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--font-render-hinting=none', SHORT_LIVED],
    env: { ...process.env, ...env },
  })
}

/** A fresh visitor without cookies. Motion is reduced, so that a picture does not depend on the moment. */
export async function openPage(browser: Browser, look: Look): Promise<Visit> {
  const { origin, size = 'desktop', scheme = 'light', locale = 'en-GB' } = look
  const context = await browser.newContext({
    baseURL: origin,
    viewport: SIZES[size],
    colorScheme: scheme,
    locale,
    reducedMotion: 'reduce',
    isMobile: size === 'phone',
    hasTouch: size === 'phone',
  })
  context.setDefaultTimeout(PATIENCE_MILLISECONDS)
  const page = await context.newPage()
  const problems: string[] = []
  page.on('pageerror', (error) => problems.push(`error in the page: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !isAnswer(message.text())) problems.push(message.text())
  })
  page.on('response', (response) => {
    if (response.status() >= 500) problems.push(`${response.status()} ${response.url()}`)
  })
  return { page, context, problems }
}

/** A refused request is reported on the console by Chromium and by the router; it is an answer. */
function isAnswer(text: string): boolean {
  return /^Failed to load resource: .* status of 4\d\d|^RefusedError: /.test(text)
}

/** What axe finds serious or critical on the page now, a line each: rule, sentence, first place. */
export function seriousFindings(page: Page): Promise<string[]> {
  return findingsOf(page, null)
}

/** The same in light, and in dark what colours alone decide: the page is no other one. */
export async function findingsInBothSchemes(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await seriousFindings(page)
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await findingsOf(page, ['color-contrast', 'link-in-text-block'])
  return [...light.map((found) => `light ${found}`), ...dark.map((found) => `dark ${found}`)]
}

async function findingsOf(page: Page, rules: readonly string[] | null): Promise<string[]> {
  await hasCalmed(page)
  return (await violationsOn(page, rules))
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html.slice(0, 120)})`)
}

/**
 * Waits until no colour or opacity is on its way. Even a transition of no length shows its first colour
 * until the next frame, which on a busy machine comes after axe has measured.
 */
async function hasCalmed(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  )
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ playState, effect }) =>
          playState === 'finished' || effect?.getComputedTiming().endTime === Infinity,
      ),
  )
}

/** True when the page can be scrolled sideways, which no page may at any width. */
export function overflowsSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth > clientWidth
  })
}

/** True when a page that scrolls within its frame can be scrolled out of it, into nothing. */
export function overflowsDown(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollHeight, clientHeight } = document.documentElement
    return scrollHeight > clientHeight
  })
}
