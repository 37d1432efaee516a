import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'

import { connect } from '../../database/database.ts'
import { inOrganisation } from '../../database/tenancy.ts'
import { givenSession } from '../../testing/given/people.ts'
import { testApp } from '../../testing/test-app.ts'
import { appendEvents } from '../events/index.ts'

type App = Awaited<ReturnType<typeof testApp>>

/** A server that listens, and a page of somebody that hears what it is told. */
async function listening() {
  const app = await testApp()
  const origin = await app.app.listen({ port: 0 })
  const openPage = async (personId: string, organisationId = app.organisation) => {
    const token = await givenSession(app.world, organisationId, personId)
    return pageOf(`${origin}/api/live`, token)
  }
  return { ...app, origin, openPage }
}

async function pageOf(url: string, token: string) {
  const leaving = new AbortController()
  onTestFinished(() => leaving.abort())
  const reply = await fetch(url, {
    headers: { cookie: `goodterms=${token}` },
    signal: leaving.signal,
  })
  const heard: string[] = []
  let isOpen = true
  const reading = (async () => {
    for await (const chunk of reply.body ?? []) heard.push(Buffer.from(chunk).toString())
  })()
  reading.catch(() => {}).finally(() => void (isOpen = false))
  const text = () => heard.join('')
  await expect.poll(text).toContain('event: hello')
  return {
    text,
    isOpen: () => isOpen,
    changes: () =>
      [...text().matchAll(/event: change\ndata: (.*)\n/g)].map(
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test says what it expects
        ([, data]) => JSON.parse(data ?? '') as { names: string[]; customerId: string | null },
      ),
  }
}

async function happen(
  { world, organisation }: Pick<App, 'world' | 'organisation'>,
  names: readonly string[],
  customerId: string | null = null,
) {
  await inOrganisation(world.db, organisation, (tx) =>
    appendEvents(
      tx,
      names.map((name) => ({
        organisationId: organisation,
        at: world.clock(),
        name,
        by: { kind: 'system' },
        subject: { kind: 'thing' },
        customerId,
      })),
    ),
  )
}

test('a page hears what changed in its organisation, and nothing of another', async () => {
  const app = await listening()
  const other = await app.given.organisation()
  const page = await app.openPage(await app.personOf('collector'))
  const foreign = await app.openPage(await app.given.in(other).person('collector'), other)
  const customerId = await app.given.customer()

  await happen(app, ['promise.taken'], customerId)
  await expect.poll(page.changes).toEqual([{ names: ['promise.taken'], customerId }])
  await happen({ ...app, organisation: other }, ['hold.placed'])
  await expect.poll(foreign.changes).toEqual([{ names: ['hold.placed'], customerId: null }])
  expect(page.changes()).toHaveLength(1)
})

test('what happens within a moment is told as one change', async () => {
  const app = await listening()
  const page = await app.openPage(await app.personOf('collector'))
  await Promise.all(
    Array.from({ length: 30 }, (_, number) =>
      happen(app, [number % 2 === 0 ? 'message.accepted' : 'task.made']),
    ),
  )
  await expect.poll(() => page.changes().flatMap(({ names }) => names)).toContain('task.made')
  expect(page.changes().length).toBeLessThan(10)
})

test('a seller hears of their own customers, and of no run', async () => {
  const app = await listening()
  const seller = await app.personOf('seller')
  const [own, foreign] = [
    await app.given.customer({ ownerId: seller }),
    await app.given.customer({ ownerId: await app.given.person('seller') }),
  ]
  const page = await app.openPage(seller)
  await happen(app, ['promise.taken'], foreign)
  await happen(app, ['run.planned', 'import.applied'])
  await happen(app, ['promise.kept'], own)
  await expect.poll(page.changes).toEqual([{ names: ['promise.kept'], customerId: own }])
})

test('a page is let go when its session ends, and when its person’s rights change', async () => {
  const app = await listening()
  const collector = await app.personOf('collector')
  const page = await app.openPage(collector)
  await app.as('administrator').patch(`/people/${collector}`, { roles: ['seller'] })
  await expect.poll(page.isOpen).toBe(false)

  const again = await app.openPage(collector)
  await app.as('administrator').delete(`/people/${collector}/sessions`)
  await expect.poll(again.isOpen).toBe(false)
  const refused = await fetch(`${app.origin}/api/live`)
  expect(refused.status).toBe(401)
})

test('after the database was away a page is told to look again', async () => {
  const app = await listening()
  const page = await app.openPage(await app.personOf('collector'))
  const master = connect(app.world.ownerUrl, { as: 'owner', connections: 1 })
  onTestFinished(() => master.destroy())
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'goodterms live' and datname = current_database()`.execute(master)
  await expect
    .poll(page.changes, { timeout: 5000 })
    .toEqual([{ names: ['connection.restored'], customerId: null }])
  await happen(app, ['hold.placed'])
  await expect.poll(() => page.changes().length).toBe(2)
})

test('the thirteenth page of one person ends their first', async () => {
  const app = await listening()
  const collector = await app.personOf('collector')
  const pages: Awaited<ReturnType<typeof app.openPage>>[] = []
  for (let number = 1; number <= 13; number += 1) pages.push(await app.openPage(collector))
  await expect.poll(() => pages[0]?.isOpen()).toBe(false)
  expect(pages[1]?.isOpen()).toBe(true)
})

test('a server that stops lets its pages go', async () => {
  const app = await listening()
  const page = await app.openPage(await app.personOf('collector'))
  await app.app.close()
  await expect.poll(page.isOpen).toBe(false)
})
