import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'

import { orderRun, planRun } from '../../server/collecting/runs/index.ts'
import { inOrganisation } from '../../server/database/tenancy.ts'
import { loadDemo } from '../../server/demo/index.ts'
import { overflowsSideways, seriousFindings } from '../../server/testing/browser.ts'
import { openHouse } from '../../server/testing/browsing.ts'

// Small data is looked at in every size and scheme by the collector's test.
const LOOKS = [
  { size: 'desktop', scheme: 'light', locale: 'fr-FR' },
  { size: 'phone', scheme: 'dark', locale: 'de-DE' },
] as const

const PAGES = ['/today', '/customers', '/promises', '/disputes', '/run'] as const
const TABS = ['timeline', 'items', 'terms'] as const

test(
  'with a company of four hundred customers nothing shuts anybody out, and nothing is out of reach',
  { timeout: 400_000 },
  async () => {
    const house = await openHouse({ now: '2026-11-20T09:30:00Z' })
    const organisation = await loadDemo(house.world)
    const people = await inOrganisation(house.world.db, organisation, (tx) =>
      tx.selectFrom('members').select(['personId', 'roles']).execute(),
    )
    const personOf = (role: string) =>
      people.find(({ roles }) => roles.includes(role))?.personId ?? ''
    const collector = personOf('collector')
    const entities = await house.as(collector, organisation).get('/legal-entities')
    const run = await orderRun(house.world, {
      organisationId: organisation,
      legalEntityId: entities.body.entities[0].id,
      by: { kind: 'system' },
    })
    await planRun(house.world, { organisationId: organisation, runId: run.id })
    const worklist = await house.as(collector, organisation).get('/worklist?limit=1')
    const customer = `/customers/${worklist.body.rows[0].customer.id}`

    const found: string[] = []
    for (const look of LOOKS) {
      const { page, problems } = await house.visit(collector, '/today', { ...look, organisation })
      const paths = [...PAGES, ...TABS.map((tab) => `${customer}?tab=${tab}`)]
      for (const path of paths) found.push(...(await faultsOf(page, path)))
      found.push(...problems)
      await page.context().close()
    }
    for (const [who, size] of [
      [personOf('seller'), 'phone'],
      [personOf('auditor'), 'desktop'],
    ] as const) {
      const { page, problems } = await house.visit(who, '/today', { size, organisation })
      found.push(...(await faultsOf(page, '/today')), ...problems)
      await page.context().close()
    }
    expect(found).toEqual([])
  },
)

async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path)
  await page.getByRole('main').waitFor()
  await page.waitForFunction(() => document.querySelector('.animate-breathe') === null)
  const sideways = (await overflowsSideways(page)) ? ['scrolls sideways'] : []
  const faults = [...(await seriousFindings(page)), ...(await outOfReach(page)), ...sideways]
  return faults.map((fault) => `${path}: ${fault}`)
}

/** Words beyond the edge of the window, and tables that need more room than they have. */
function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isScrolled = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) ||
        isScrolled(element.parentElement))
    const words = [...document.querySelectorAll('main *, header *')].filter(
      (element) =>
        element.children.length === 0 &&
        element.checkVisibility() &&
        element.getBoundingClientRect().right > window.innerWidth + 1 &&
        !isScrolled(element),
    )
    const tables = [...document.querySelectorAll('[role=grid]')].filter(({ parentElement }) =>
      parentElement ? parentElement.scrollWidth > parentElement.clientWidth + 1 : false,
    )
    return [...words, ...tables].map(({ outerHTML }) => `out of reach: ${outerHTML.slice(0, 100)}`)
  })
}
