import { day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { planContacts } from './contacts.ts'
import { mergedValues, MOST_NUMBER, nameOf, newValues } from './customer-values.ts'
import { personFinder, type PersonFinder } from './people.ts'
import { MOST_CHANGES, type CustomersPlanned } from './planned.ts'
import { fieldsChanged, type FieldChange } from './rules/changes.ts'
import { customerOf, isSet, type Details } from './rules/customers.ts'
import { importFinding } from './rules/findings.ts'
import type { Run } from './run.ts'
import * as store from './store/customers.ts'

const PAGE = 1_000
const SINCE_EVER = day('1900-01-01')

/** Finds or makes the customers of the file, page by page; writes them when the run writes. */
export async function planCustomers(run: Run, count: number): Promise<CustomersPlanned> {
  const people = await personFinder(run)
  const tellsBlocks = run.mapping.columns.some(({ field }) => field === 'blocked')
  const planned: CustomersPlanned = {
    tally: { new: 0, changed: 0, same: 0 },
    contacts: { new: 0, changed: 0, same: 0 },
    changes: [],
    renamed: [],
    touched: [],
    blocked: new Set(),
    unblocked: new Set(),
  }
  const parents: Parent[] = []
  let varying = 0
  for (let from = 0; from < count; from += PAGE) {
    const page = await store.gatheredCustomers(run.tx, from, from + PAGE)
    varying += page.filter(({ names }) => new Set(names).size > 1).length
    await planPage(run, page, { people, planned, parents, tellsBlocks })
    await run.tick(0)
  }
  if (varying > 0) run.found.add(importFinding('customer_name_varies', {}, { count: varying }))
  await link(run, parents)
  return planned
}

type Parent = { customerId: string; entityId: string; parentNumber: string }
type Context = {
  readonly people: PersonFinder
  readonly planned: CustomersPlanned
  readonly parents: Parent[]
  readonly tellsBlocks: boolean
}

type Paged = {
  readonly gathered: store.GatheredCustomer
  readonly known: store.KnownCustomer | null
  readonly values: store.CustomerValues
  readonly details: readonly Details[]
}

async function planPage(
  run: Run,
  page: readonly store.GatheredCustomer[],
  context: Context,
): Promise<void> {
  const finder = await knownFinder(run, page)
  const paged = page.map((gathered) => planOne(run, gathered, { ...context, finder }))
  const fresh = paged.filter(({ known }) => known === null)
  const changed = paged.filter(
    ({ known, values }) => known !== null && isChanged(run, known, values),
  )
  tally(run, context.planned, { paged, fresh, changed })

  await store.insertPlanned(
    run.tx,
    paged.map(({ gathered, known, values }) => ({
      entityId: gathered.entityId,
      customerKey: gathered.customerKey,
      customerId: values.id,
      termsDays: values.termsDays,
      isNew: known === null,
    })),
  )
  if (run.isWriting) await writePage(run, fresh, changed)
  await planContacts(run, paged, context.planned)
}

function isChanged(run: Run, known: store.KnownCustomer, values: store.CustomerValues): boolean {
  return changesOf(run, known, values).length > 0
}

function changesOf(
  run: Run,
  known: store.KnownCustomer,
  values: store.CustomerValues,
): FieldChange[] {
  const { address } = values
  return fieldsChanged(
    { ...known, address: run.keys.decrypt(known.address), nameKey: undefined, parentId: undefined },
    { ...values, address: run.keys.decrypt(address) },
  )
}

function tally(
  run: Run,
  planned: CustomersPlanned,
  {
    paged,
    fresh,
    changed,
  }: { paged: readonly Paged[]; fresh: readonly Paged[]; changed: readonly Paged[] },
): void {
  planned.tally.new += fresh.length
  planned.tally.changed += changed.length
  planned.tally.same += paged.length - fresh.length - changed.length
  const room = {
    new: MOST_CHANGES - (planned.tally.new - fresh.length),
    changed: MOST_CHANGES - (planned.tally.changed - changed.length),
  }
  for (const { known, values, gathered } of [...fresh, ...changed]) {
    planned.touched.push(values.id)
    if (known?.name !== values.name) planned.renamed.push(values.id)
    const sort = known === null ? 'new' : 'changed'
    room[sort] -= 1
    if (room[sort] < 0) continue
    const fields = known === null ? [] : changesOf(run, known, values)
    planned.changes.push({
      kind: sort,
      line: gathered.line,
      number: values.number,
      name: values.name,
      fields,
    })
  }
}

type Finder = (gathered: store.GatheredCustomer) => store.KnownCustomer | null

/** Customers by number; where the file has names only, by a name that only one customer has. */
async function knownFinder(run: Run, page: readonly store.GatheredCustomer[]): Promise<Finder> {
  const unnumbered = page.filter(({ number }) => number === null)
  const names = unnumbered.map(({ names: [name = ''] }) => name)
  const numbers = page.flatMap(
    ({ number, names: [name = ''] }) => number ?? name.slice(0, MOST_NUMBER),
  )
  const known = await store.selectKnown(run.tx, run.organisationId, { numbers, names })
  const plain = await store.plainTexts(run.tx, names)
  const nameKeys = new Map(unnumbered.map(({ customerKey }, at) => [customerKey, plain[at] ?? '']))
  const byNumber = new Map(known.map((one) => [`${one.legalEntityId} ${one.number}`, one]))
  const byName = Map.groupBy(known, (one) => `${one.legalEntityId} ${one.nameKey}`)
  return ({ entityId, number, customerKey, names: [name = ''] }) => {
    if (number !== null) return byNumber.get(`${entityId} ${number}`) ?? null
    const same = byName.get(`${entityId} ${nameKeys.get(customerKey) ?? ''}`) ?? []
    if (same.length === 1) return same[0] ?? null
    return byNumber.get(`${entityId} ${name.slice(0, MOST_NUMBER)}`) ?? null
  }
}

function planOne(
  run: Run,
  gathered: store.GatheredCustomer,
  { finder, people, planned, parents, tellsBlocks }: Context & { finder: Finder },
): Paged {
  // What only detail rows say is merged: later rows fill what earlier ones leave open.
  const details = gathered.details.map((text): Details => JSON.parse(text))
  const merged: Details = Object.assign({}, ...details.toReversed())
  const place = { line: gathered.line, currency: gathered.currency ?? run.choices.currency }
  const { customer, findings } = customerOf(merged, place)
  run.found.addAll(findings)
  const known = finder(gathered)
  const name = nameOf(run, gathered, known)
  const values = known
    ? mergedValues(run, known, { filed: { ...customer, name }, people })
    : newValues(run, gathered, { filed: { ...customer, name }, people })
  if (customer.insuranceLimitMinor !== null && values.insurer === '') {
    const value = merged.insured_limit ?? null
    run.found.add(importFinding('insurer_missing', { ...place, column: 'insured_limit', value }))
  }
  if (customer.parentNumber !== null) {
    parents.push({
      customerId: values.id,
      entityId: gathered.entityId,
      parentNumber: customer.parentNumber,
    })
  }
  if (tellsBlocks) {
    const isBlocked = details.some(({ blocked }) => isSet(blocked))
    planned[isBlocked ? 'blocked' : 'unblocked'].add(values.id)
  }
  return { gathered, known, values, details }
}

async function writePage(
  run: Run,
  fresh: readonly Paged[],
  changed: readonly Paged[],
): Promise<void> {
  await store.insertCustomers(
    run.tx,
    run,
    fresh.map(({ values }) => values),
  )
  await store.updateCustomers(
    run.tx,
    changed.map(({ values }) => values),
  )
  const owners = [...fresh, ...changed].flatMap(({ known, values }) => {
    const { id: customerId, ownerId } = values
    if (ownerId === null || ownerId === known?.ownerId) return []
    // The first owner has been theirs since ever; a further one is from today.
    const fromOn = known?.ownerId ? run.entity.today : SINCE_EVER
    return [{ id: newId(), customerId, ownerId, fromOn, recordedBy: run.recordedBy }]
  })
  await store.insertOwners(run.tx, run, owners)
}

async function link(run: Run, parents: readonly Parent[]): Promise<void> {
  if (!run.isWriting) return
  for (const value of await store.linkParents(run.tx, run.organisationId, parents)) {
    run.found.add(importFinding('parent_unknown', { column: 'parent_number', value }))
  }
}
