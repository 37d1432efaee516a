import { fold } from '../tables/rules/texts.ts'
import { importFinding } from './rules/findings.ts'
import type { Run } from './run.ts'
import { selectPeople } from './store/customers.ts'

/** Who works here under a name or address; null when nobody does, which is found once a name. */
export type PersonFinder = (text: string) => string | null

export async function personFinder({
  tx,
  organisationId,
  emailHash,
  found,
}: Run): Promise<PersonFinder> {
  const people = await selectPeople(tx, organisationId)
  const byName = new Map(people.map(({ id, name }) => [fold(name), id]))
  const byEmail = new Map(people.map(({ id, emailHash: hash }) => [hash, id]))
  const known = new Map<string, string | null>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const id =
      (text.includes('@') ? byEmail.get(emailHash(text.toLowerCase())) : byName.get(fold(text))) ??
      null
    if (id === null) found.add(importFinding('owner_unknown', { column: 'owner', value: text }))
    known.set(text, id)
    return id
  }
}
