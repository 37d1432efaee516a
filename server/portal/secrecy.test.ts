import { Writable } from 'node:stream'

import { sql } from 'kysely'
import pino from 'pino'
import { expect, test } from 'vitest'

import { createApp } from '../app.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { ROLES } from '../http/permissions.ts'
import { askedQuestion } from '../testing/asked-question.ts'
import { tenantTables } from '../testing/given/everything.ts'
import { givenSession } from '../testing/given/people.ts'
import { requestOf, routesIn } from '../testing/requests.ts'

const ENDLESS = new Set(['/live'])

test('P78 nobody who works here can obtain the live link of somebody else', async () => {
  const asked = await askedQuestion()
  const path = await asked.send()
  const secret = path.slice('/l/'.length)
  // The half that no organisation's id gives away.
  const marks = [secret, secret.slice(24), encodeURIComponent(path)]
  const { customerId, disputeId, questionId } = asked
  const everybody = asked.as(await asked.given.person(...ROLES))

  const ids = [customerId, disputeId, questionId]
  let answers = 0
  for (const route of await routesIn(asked.app)) {
    if (ENDLESS.has(route.url) || route.method !== 'GET') continue
    for (const id of ids) {
      const reply = await everybody.get(requestOf(route, () => id).url)
      answers += reply.status === 200 ? 1 : 0
      for (const mark of marks) {
        expect({ url: route.url, tells: reply.bytes.includes(mark) }).toMatchObject({
          tells: false,
        })
      }
    }
  }
  expect(answers).toBeGreaterThan(30)
  // The question itself is there to be read: the search above looked at the right things.
  const told = await everybody.get(`/disputes/${disputeId}/questions`)
  expect(told.bytes.includes('lena.lager@example.test')).toBe(true)
}, 200_000)

test('P78 the live link is in no table, event or job, encrypted or not', async () => {
  const asked = await askedQuestion()
  const { world, organisationId } = asked
  const path = await asked.send()
  const secret = path.slice('/l/'.length)
  const keys = await world.secrets.of(organisationId)
  let values = 0
  for (const { name } of await tenantTables(world)) {
    const { rows } = await inOrganisation(world.db, organisationId, (tx) =>
      sql<{
        row: Record<string, unknown>
      }>`select to_jsonb(t) as row from ${sql.table(name)} t`.execute(tx),
    )
    for (const value of rows.flatMap(({ row }) => Object.values(row))) {
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      const open = text.startsWith('k1.') ? keys.decrypt(text) : text
      values += 1
      expect({ name, has: open.includes(secret) }).toEqual({ name, has: false })
    }
  }
  expect(values).toBeGreaterThan(100)
})

test('P78 the live link is in no line of the log, used or refused', async () => {
  const asked = await askedQuestion()
  const path = await asked.send()
  const lines: string[] = []
  const sink = new Writable({
    write: (line: Buffer, _encoding, done) => {
      lines.push(line.toString())
      done()
    },
  })
  const world = { ...asked.world, log: pino({ level: 'trace' }, sink) }
  const app = await createApp(world)
  const session = await givenSession(world, asked.organisationId, await asked.personOf('collector'))
  await app.inject({ url: path })
  await app.inject({ url: `${path}x` })
  await app.inject({ method: 'POST', url: path, payload: { answer: 'rejected' } })
  await app.inject({ url: `/api/customers`, cookies: { goodterms: session } })
  await app.close()
  expect(lines.length).toBeGreaterThan(3)
  expect(lines.join('')).toContain('/l/:token')
  expect(lines.filter((line) => line.includes(path.slice(3, 40)))).toEqual([])
})
