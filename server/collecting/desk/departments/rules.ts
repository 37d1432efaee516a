export type Reason =
  | 'never_received'
  | 'wrong_amount'
  | 'price'
  | 'quality'
  | 'quantity'
  | 'not_delivered'
  | 'missing_po'
  | 'duplicate'
  | 'already_paid'
  | 'wrong_entity'
  | 'other'

export type Department =
  | 'sales'
  | 'logistics'
  | 'quality'
  | 'billing'
  | 'purchasing'
  | 'finance'
  | 'legal'
  | 'other'

export type Route = { readonly department: Department; readonly businessDays: number }

/** Where a dispute goes as long as the organisation has said nothing else. */
export const USUAL_ROUTES: Readonly<Record<Reason, Route>> = {
  never_received: { department: 'billing', businessDays: 3 },
  wrong_amount: { department: 'billing', businessDays: 5 },
  price: { department: 'sales', businessDays: 5 },
  quality: { department: 'quality', businessDays: 10 },
  quantity: { department: 'logistics', businessDays: 5 },
  not_delivered: { department: 'logistics', businessDays: 5 },
  missing_po: { department: 'sales', businessDays: 3 },
  duplicate: { department: 'billing', businessDays: 3 },
  already_paid: { department: 'finance', businessDays: 2 },
  wrong_entity: { department: 'billing', businessDays: 3 },
  other: { department: 'finance', businessDays: 5 },
}

export function routeOf(
  reason: Reason,
  routes: readonly (Route & { readonly reason: Reason })[],
): Route {
  return routes.find((route) => route.reason === reason) ?? USUAL_ROUTES[reason]
}
