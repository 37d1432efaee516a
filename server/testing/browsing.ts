import { createServer } from 'node:http'
import { join } from 'node:path'

import type { Browser, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

import { createApp } from '../app.ts'
import { ROLES, type Role } from '../http/permissions.ts'
import { startWorker } from '../jobs/jobs.ts'
import { jobsOf } from '../rooms.ts'
import { openBrowser, openPage, type Look, type Visit } from './browser.ts'
import { givenSession } from './given/people.ts'
import { testApp } from './test-app.ts'
import { testWorld } from './test-world.ts'

const WEB_ROOT = join(import.meta.dirname, '../../dist/web')
const FAILURES = join(import.meta.dirname, '../../dist/failures')

type Moment = { readonly now?: string; readonly today?: string }

type VisitLook = Omit<Look, 'origin'> & { readonly organisation?: string }

/** A test's app with the built web application, listening, and a browser to visit it. */
export async function openHouse(options: Moment = {}) {
  const { origin, port } = await freeOrigin()
  const house = await testApp({ ...options, origin, webRoot: WEB_ROOT })
  await house.app.listen({ host: '127.0.0.1', port })
  const open = await browserFor(origin)

  /** Opens a page as the organisation's person of a role, or as a person by id of any organisation. */
  async function visit(
    who: Role | (string & {}),
    path: string,
    { organisation = house.organisation, ...look }: VisitLook = {},
  ): Promise<Visit> {
    const personId = isRole(who) ? await house.personOf(who) : who
    const token = await givenSession(house.world, organisation, personId)
    const opened = await open(look)
    await opened.context.addCookies([{ name: 'goodterms', value: token, url: origin }])
    await opened.page.goto(path)
    return opened
  }

  return { ...house, origin, visit }
}

/** An installation as it is after its first start: nobody's yet. Its jobs are done, too. */
export async function openInstallation(options: Moment = {}) {
  const { origin, port } = await freeOrigin()
  const { world, clock } = await testWorld({ ...options, origin })
  const app = await createApp(world, { webRoot: WEB_ROOT })
  onTestFinished(() => app.close())
  const worker = await startWorker({ ...world, jobs: jobsOf(world) })
  onTestFinished(() => worker.stop())
  await app.listen({ host: '127.0.0.1', port })
  const open = await browserFor(origin)
  return { world, setNow: clock.setNow, origin, open }
}

let opened: Promise<Browser> | null = null

/** One browser for all tests of a process; it ends with it. Its visitors know nothing of each other. */
async function theBrowser(): Promise<Browser> {
  // One that did not start, or is gone, is nobody's any more.
  const known = await opened?.catch(() => null)
  if (known?.isConnected()) return known
  opened = openBrowser()
  return opened
}

/** Opens fresh visitors, and keeps a picture of what they see when the test fails. */
export async function browserFor(origin: string) {
  const browser = await theBrowser()
  const pages = new Set<Page>()
  onTestFinished(async ({ task }) => {
    try {
      if (task.result?.state === 'fail') await picture(task.name, pages)
    } finally {
      await Promise.allSettled(browser.contexts().map((context) => context.close()))
    }
  })
  return async (look: Omit<Look, 'origin'> = {}): Promise<Visit> => {
    const visit = await openPage(browser, { ...look, origin })
    visit.page.on('close', () => pages.delete(visit.page))
    pages.add(visit.page)
    return visit
  }
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

async function freeOrigin(): Promise<{ origin: string; port: number }> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const address = probe.address()
  await new Promise((done) => probe.close(done))
  if (typeof address !== 'object' || !address) throw new Error('no free port')
  return { origin: `http://127.0.0.1:${address.port}`, port: address.port }
}
