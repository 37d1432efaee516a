import type { Ground } from './ground.ts'

/** A contact with an address of their own for every customer of an organisation. */
export async function putContacts({ owner, world }: Ground, organisationId: string): Promise<void> {
  const keys = await world.secrets.of(organisationId)
  const { rows } = await owner.query<{ id: string }>(
    'select id from customers where organisation_id = $1 order by id',
    [organisationId],
  )
  const addresses = rows.map((_, index) => `customer${index}@bench.example`)
  await owner.query(
    `insert into contacts (id, organisation_id, customer_id, name, email, email_hash, is_primary,
       created_at)
     select gen_random_uuid(), $1, c.id, $2, c.email, c.hash, true, now()
     from unnest($3::uuid[], $4::text[], $5::text[]) as c (id, email, hash)`,
    [
      organisationId,
      keys.encrypt('Ada Example'),
      rows.map(({ id }) => id),
      addresses.map(keys.encrypt),
      addresses.map(keys.hash),
    ],
  )
}
