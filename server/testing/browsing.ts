import { createServer } from 'node:http'
import { join } from 'node:path'

import type { Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

import { ROLES, type Role } from '../http/permissions.ts'
import { openBrowser, openPage, type Look, type Visit } from './browser.ts'
import { givenSession } from './given/people.ts'
import { testApp } from './test-app.ts'

const WEB_ROOT = join(import.meta.dirname, '../../dist/web')
const FAILURES = join(import.meta.dirname, '../../dist/failures')

/** A test's app with the built web application, listening, and a browser to visit it. */
export async function openHouse(options: { now?: string; today?: string } = {}) {
  const port = await freePort()
  const origin = `http://127.0.0.1:${port}`
  const house = await testApp({ ...options, origin, webRoot: WEB_ROOT })
  await house.app.listen({ host: '127.0.0.1', port })
  const browser = await openBrowser()
  const pages = new Set<Page>()
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await picture(task.name, pages)
    await browser.close()
  })

  /** Opens a page as the organisation's person of a role, or as a person by id. */
  async function visit(
    who: Role | (string & {}),
    path: string,
    look: Omit<Look, 'origin'> = {},
  ): Promise<Visit> {
    const personId = isRole(who) ? await house.personOf(who) : who
    const token = await givenSession(house.world, house.organisation, personId)
    const opened = await openPage(browser, { ...look, origin })
    await opened.context.addCookies([{ name: 'goodterms', value: token, url: origin }])
    opened.page.on('close', () => pages.delete(opened.page))
    pages.add(opened.page)
    await opened.page.goto(path)
    return opened
  }

  return { ...house, origin, visit }
}

/** Keeps what the browser showed when a test failed. */
async function picture(name: string, pages: ReadonlySet<Page>): Promise<void> {
  for (const [index, page] of [...pages].entries()) {
    const path = join(FAILURES, `${name.replaceAll(/\W+/g, '-')}-${index + 1}.png`)
    await page.screenshot({ path })
    console.error(`What the browser showed: ${path}`)
  }
}

function isRole(who: string): who is Role {
  return (ROLES as readonly string[]).includes(who)
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return address.port
}
