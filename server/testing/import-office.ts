import { sql } from 'kysely'

import { inOrganisation } from '../database/tenancy.ts'
import { givenImports } from './given/imports.ts'
import { testApp } from './test-app.ts'

/** A collector at work on the files of one legal entity. */
export async function office(options: { today?: string } = {}) {
  const app = await testApp({ today: '2026-03-02', ...options })
  // A session ends in time; after the clock has moved somebody signs in again.
  let session = app.as('collector')
  const asker: typeof session = {
    get: (...asked) => session.get(...asked),
    post: (...asked) => session.post(...asked),
    put: (...asked) => session.put(...asked),
    patch: (...asked) => session.patch(...asked),
    delete: (...asked) => session.delete(...asked),
  }
  const setNow = (now: string) => {
    app.setNow(now)
    session = app.as('collector')
  }
  const personId = await app.personOf('collector')
  const imports = givenImports(app.world, { asker, organisationId: app.organisation, personId })
  const entity = await app.given.theEntity()
  const query = <Row>(text: string) =>
    inOrganisation(
      app.world.db,
      app.organisation,
      async (tx) => (await sql.raw<Row>(text).execute(tx)).rows,
    )
  const documents = () =>
    query<Record<string, unknown>>(`
      select r.number, r.kind, c.number as customer, i.sequence, i.due_on, i.total_minor as total,
        i.open_minor as open, i.closed_on, r.vanished_on is not null as gone
      from receivables r join open_items i on i.receivable_id = r.id
      join customers c on c.id = r.customer_id order by r.number, r.kind, i.sequence`)
  return { ...app, setNow, asker, imports, entity, query, documents }
}
