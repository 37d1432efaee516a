import * as z from 'zod'

import { type Day as CivilDay, type Instant as Moment } from '../kernel/day.ts'
import { ROLES, type Permission } from './permissions.ts'

// The casts only add the kernel's brand: the checks of iso.date and iso.datetime are the brand's.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
export const Day = z.iso.date() as unknown as z.ZodType<CivilDay, string>
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
export const Instant = z.iso.datetime() as unknown as z.ZodType<Moment, string>

export const Id = z.uuid()
export const Currency = z.string().regex(/^[A-Z]{3}$/)
export const Money = z.object({ minor: z.int(), currency: Currency })
export const Language = z.enum(['en', 'de', 'fr', 'es'])
export const Role = z.enum(ROLES)

/** A page of a list: the address of the next page, or null at the end. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), next: z.string().nullable() })
}

const Problem = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** What every route may answer besides success. The code says which "no" it was. */
export const refusals = {
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  422: Problem,
  429: Problem,
}

/** 'public' needs nothing, 'signed_in' a session, 'member' a session in an organisation. */
export type Access = Permission | 'public' | 'signed_in' | 'member'

export type Contract = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Without the /api in front. */
  readonly url: string
  readonly permission: Access
  /** One sentence for the API's documentation. */
  readonly summary: string
  readonly schema: {
    readonly params?: z.ZodType
    readonly querystring?: z.ZodType
    readonly body?: z.ZodType
    readonly response: { readonly [status: number]: z.ZodType }
  }
}
