export const parts = ['owed', 'overdue', 'promised', 'disputed', 'credit', 'onAccount'] as const

export type StandingPart = (typeof parts)[number]

/** Where on the customer's page the rows behind a figure are. */
export const TAB_OF = {
  owed: 'items',
  overdue: 'items',
  promised: 'commitments',
  disputed: 'disputes',
  credit: 'items',
  onAccount: 'items',
} as const satisfies Readonly<Record<StandingPart, string>>
