import { newId } from '../../kernel/ids.ts'
import type { PersonFinder } from './people.ts'
import { startOf, type FiledCustomer } from './rules/customers.ts'
import { importFinding } from './rules/findings.ts'
import type { Run } from './run.ts'
import type * as store from './store/customers.ts'

export const MOST_NUMBER = 120

/** A name among those that the file gives stays: reports write one customer's name in several ways. */
export function nameOf(
  run: Run,
  { names, number, line }: store.GatheredCustomer,
  known: store.KnownCustomer | null,
): string {
  const [first] = names
  // Lists of documents name customers as they like; only customer data renames one.
  if (known && known.name !== known.number && run.mapping.kind === 'receivables') return known.name
  if (known && (first === undefined || names.includes(known.name))) return known.name
  if (first !== undefined) return first
  run.found.add(importFinding('customer_without_name', { line, value: number }))
  return number ?? ''
}

type Filing = { readonly filed: FiledCustomer; readonly people: PersonFinder }

/** What becomes of a customer who is new. */
export function newValues(
  run: Run,
  { entityId, number }: store.GatheredCustomer,
  { filed, people }: Filing,
): store.CustomerValues {
  const entity = run.entities.find(({ id }) => id === entityId) ?? run.entity
  const name = filed.name ?? ''
  return {
    id: newId(),
    legalEntityId: entityId,
    number: number ?? name.slice(0, MOST_NUMBER),
    name,
    segment: filed.segment ?? 'commercial',
    legalForm: filed.legalForm ?? '',
    country: filed.country ?? '',
    region: filed.region ?? '',
    address: run.keys.encrypt(filed.address ?? ''),
    vatId: filed.vatId ?? '',
    termsDays: filed.termsDays,
    creditLimitMinor: filed.creditLimitMinor,
    creditLimitCurrency: filed.creditLimitCurrency,
    ...insuranceOf(filed, NOT_INSURED),
    ownerId: filed.owner === null ? null : people(filed.owner),
    collectorId: filed.collector === null ? null : people(filed.collector),
    ...startOf(filed, { language: run.language, timeZone: entity.timeZone }),
  }
}

const NOT_INSURED = {
  insurer: '',
  insurancePolicy: '',
  insuranceLimitMinor: null,
  insuranceLimitCurrency: null,
  insuredUntil: null,
} as const

/** The insurance as the file has it over the one that is known; without an insurer there is none. */
function insuranceOf(filed: FiledCustomer, known: store.Insurance): store.Insurance {
  const insurer = filed.insurer ?? known.insurer
  if (insurer === '') return NOT_INSURED
  return {
    insurer,
    insurancePolicy: filed.insurancePolicy ?? known.insurancePolicy,
    insuranceLimitMinor: filed.insuranceLimitMinor ?? known.insuranceLimitMinor,
    insuranceLimitCurrency: filed.insuranceLimitCurrency ?? known.insuranceLimitCurrency,
    insuredUntil: filed.insuredUntil ?? known.insuredUntil,
  }
}

/** What the file says over what is known; what it does not say stays. */
export function mergedValues(
  run: Run,
  known: store.KnownCustomer,
  { filed, people }: Filing,
): store.CustomerValues {
  const before = run.keys.decrypt(known.address)
  const isMoved = filed.address !== null && filed.address !== before
  return {
    id: known.id,
    legalEntityId: known.legalEntityId,
    number: known.number,
    name: filed.name ?? known.name,
    segment: filed.segment ?? known.segment,
    legalForm: filed.legalForm ?? known.legalForm,
    country: filed.country ?? known.country,
    region: filed.region ?? known.region,
    language: filed.language ?? known.language,
    timeZone: filed.timeZone ?? known.timeZone,
    address: isMoved ? run.keys.encrypt(filed.address ?? '') : known.address,
    vatId: filed.vatId ?? known.vatId,
    termsDays: filed.termsDays ?? known.termsDays,
    creditLimitMinor: filed.creditLimitMinor ?? known.creditLimitMinor,
    creditLimitCurrency: filed.creditLimitCurrency ?? known.creditLimitCurrency,
    ...insuranceOf(filed, known),
    ownerId: (filed.owner === null ? null : people(filed.owner)) ?? known.ownerId,
    collectorId: (filed.collector === null ? null : people(filed.collector)) ?? known.collectorId,
  }
}
