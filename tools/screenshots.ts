// npm run screenshots: makes the pictures of the README from the demo company.
// npm run screenshots -- FOLDER [language …]: the review set, every page as each role that has it, on a
// desk and on a phone, light and dark; prints what the pages complained about on the way.
import { mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import type { Page } from 'playwright-core'

import {
  openBrowser,
  openPage,
  overflowsDown,
  overflowsSideways,
  seriousFindings,
  type Look,
} from '../server/testing/browser.ts'
import { startTrial } from './screenshots/trial.ts'

type Shot = {
  readonly name: string
  /** `:customer` stands for the first customer of the worklist. */
  readonly path: string
  readonly role: string | null
}

const README: readonly (Shot & Pick<Look, 'size' | 'scheme'>)[] = [
  { name: 'today', path: '/today', role: 'collector' },
  { name: 'customer', path: '/customers/:customer', role: 'collector' },
  { name: 'run', path: '/run', role: 'collector', scheme: 'dark' },
  { name: 'seller', path: '/today', role: 'seller', size: 'phone' },
]

const REVIEW: readonly Shot[] = [
  { name: 'start', path: '/start', role: null },
  { name: 'sign-in', path: '/sign-in', role: null },
  ...pagesOf('collector', [
    'today',
    'customers',
    'customers/:customer',
    'run',
    'promises',
    'plans',
    'disputes',
    'insight',
    'insight/causes',
    'playbooks',
    'import',
    'settings/account',
  ]),
  ...pagesOf('seller', [
    'today',
    'customers',
    'customers/:customer',
    'customers/:customer/brief',
    'customers/:customer/outcome',
    'customers/:customer/record',
    'settings/meetings',
  ]),
  ...pagesOf('sales_manager', ['today', 'team', 'approvals', 'insight']),
  ...pagesOf('finance_director', ['today', 'insight']),
  ...pagesOf('administrator', [
    'settings/organisation',
    'settings/people',
    'settings/policy',
    'settings/mandates',
    'settings/departments',
    'settings/companies',
    'settings/email',
    'settings/templates',
    'settings/mailbox',
  ]),
]

function pagesOf(role: string, paths: readonly string[]): Shot[] {
  return paths.map((path) => ({
    name: `${role}-${path.replaceAll(/\/:?/g, '-')}`,
    path: `/${path}`,
    role,
  }))
}

const LOCALES: Readonly<Record<string, string>> = {
  en: 'en-GB',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
}

process.chdir(join(import.meta.dirname, '..'))
const [folder, ...languages] = process.argv.slice(2)
const trial = await startTrial()
const browser = await openBrowser()
try {
  if (folder) await reviewAll(folder, languages.length > 0 ? languages : ['en', 'de'])
  else {
    await planToday()
    for (const shot of README) await take(shot, shot, `docs/images/${shot.name}.png`)
  }
} finally {
  await browser.close()
  await trial.stop()
}

async function reviewAll(into: string, spoken: readonly string[]): Promise<void> {
  for (const language of spoken) {
    for (const size of ['desktop', 'phone'] as const) {
      for (const scheme of ['light', 'dark'] as const) {
        for (const shot of REVIEW) {
          const file = join(into, language, `${size}-${scheme}`, `${shot.name}.png`)
          await take(shot, { size, scheme, locale: LOCALES[language] ?? 'en-GB' }, file, true)
        }
      }
    }
  }
}

async function take(
  shot: Shot,
  look: Omit<Look, 'origin'>,
  file: string,
  isReview = false,
): Promise<void> {
  const { page, context, problems } = await openPage(browser, { ...look, origin: trial.origin })
  if (shot.role) await enterAs(page, shot.role, look.locale?.slice(0, 2) ?? 'en')
  const needsCustomer = shot.path.includes(':customer')
  const path = needsCustomer ? shot.path.replace(':customer', await firstCustomer(page)) : shot.path
  await page.goto(path)
  await settle(page)
  if (isReview) {
    if (await overflowsSideways(page)) problems.push('scrolls sideways')
    if (shot.role && (await overflowsDown(page))) problems.push('scrolls out of its frame')
    problems.push(...(await seriousFindings(page)))
  }
  mkdirSync(dirname(file), { recursive: true })
  await page.screenshot({ path: file, fullPage: isReview, animations: 'disabled', caret: 'hide' })
  console.log([file, ...problems.map((problem) => `  ✗ ${problem}`)].join('\n'))
  await context.close()
}

/** The day's run is to be seen whatever the hour: early in the morning nobody has planned it yet. */
async function planToday(): Promise<void> {
  const { page, context } = await openPage(browser, { origin: trial.origin })
  await enterAs(page, 'collector', 'en')
  await page.goto('/run')
  await settle(page)
  await page.keyboard.press('p')
  await page.getByRole('button', { name: /^Send \d+/ }).waitFor({ timeout: 60_000 })
  await context.close()
}

async function enterAs(page: Page, role: string, language: string): Promise<void> {
  const person = trial.people.find(({ roles }) => roles.includes(role))
  if (!person) throw new Error(`nobody in the demo is a ${role}`)
  const headers = { 'x-goodterms': 'screenshots' }
  const data = { personId: person.id }
  const answer = await page.request.post('/api/demo-session', { data, headers })
  if (!answer.ok()) throw new Error(`${person.name} may not enter: ${await answer.text()}`)
  await page.request.patch('/api/me', { data: { language }, headers })
}

/** The customer that matters most, who has a history to show. */
async function firstCustomer(page: Page): Promise<string> {
  const answer = await page.request.get('/api/worklist?limit=1')
  const list: { rows: { customer: { id: string } }[] } = await answer.json()
  return list.rows[0]?.customer.id ?? 'none'
}

/** Until fonts are there and nothing holds the place of what is still coming. */
async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await page.waitForFunction(
    () => document.querySelector('.animate-breathe, [aria-busy=true]') === null,
  )
  await page.waitForTimeout(150)
}
