import { listPromises } from '#contract/collecting/desk/promises'

import { asking } from '../../../api/query.ts'

/** Every promise of a customer, as far back as a person looks. */
export const promisesOfCustomer = (customerId: string) =>
  asking(listPromises, { query: { customer: customerId, limit: 200 } })
