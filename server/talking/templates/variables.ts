export type Need = 'next_step' | 'payment' | 'personal_note' | 'instalment' | 'acceleration'

export type VariableKind = 'text' | 'money' | 'day' | 'number' | 'list' | 'block'

export type Variable = {
  /** As it is written in a text; `[]` stands for each element of a list. */
  readonly name: string
  readonly kind: VariableKind
  /** What the moment of sending must bring for it; null when the account's figures suffice. */
  readonly need: Need | null
}

/** Everything that a text may name. Nothing else reaches a customer. */
export const VARIABLES: readonly Variable[] = [
  ...of('text', ['greeting', 'documents', 'signature']),
  ...of('block', ['items_table', 'account_table', 'payment_details']),
  ...of('text', ['payable', 'overdue', 'not_due', 'disputed', 'credits', 'unapplied']),
  ...of('number', ['count', 'days_late']),
  ...of('day', ['due_on', 'as_of', 'payments_until']),
  ...of('text', ['customer.name', 'customer.number', 'customer.address', 'recipient.name']),
  ...of('text', ['sender.name', 'sender.title', 'sender.phone', 'sender.email']),
  ...of('text', ['entity.name', 'entity.address', 'entity.vat_id', 'entity.iban']),
  ...of('list', ['currencies']),
  ...of('text', ['currencies[].currency']),
  ...of('money', [
    'currencies[].payable',
    'currencies[].overdue',
    'currencies[].not_due',
    'currencies[].disputed',
    'currencies[].credits',
    'currencies[].unapplied',
  ]),
  ...of('list', ['currencies[].items']),
  ...of('text', ['currencies[].items[].number', 'currencies[].items[].purchase_order']),
  ...of('day', ['currencies[].items[].issued_on', 'currencies[].items[].due_on']),
  ...of('number', ['currencies[].items[].days_late']),
  ...of('money', [
    'currencies[].items[].total',
    'currencies[].items[].paid',
    'currencies[].items[].remaining',
    'currencies[].items[].disputed',
  ]),
  { name: 'next_step', kind: 'text', need: 'next_step' },
  { name: 'next_step_on', kind: 'day', need: 'next_step' },
  { name: 'payment.amount', kind: 'money', need: 'payment' },
  { name: 'payment.received_on', kind: 'day', need: 'payment' },
  { name: 'instalment.amount', kind: 'money', need: 'instalment' },
  { name: 'instalment.due_on', kind: 'day', need: 'instalment' },
  { name: 'instalment.number', kind: 'number', need: 'instalment' },
  { name: 'instalment.count', kind: 'number', need: 'instalment' },
  { name: 'acceleration.amount', kind: 'money', need: 'acceleration' },
  { name: 'acceleration.due_on', kind: 'day', need: 'acceleration' },
  { name: 'acceleration.agreed_on', kind: 'day', need: 'acceleration' },
  { name: 'acceleration.missed', kind: 'list', need: 'acceleration' },
  { name: 'acceleration.missed[].number', kind: 'number', need: 'acceleration' },
  { name: 'acceleration.missed[].count', kind: 'number', need: 'acceleration' },
  { name: 'acceleration.missed[].due_on', kind: 'day', need: 'acceleration' },
  { name: 'acceleration.missed[].amount', kind: 'money', need: 'acceleration' },
  { name: 'acceleration.items', kind: 'list', need: 'acceleration' },
  { name: 'acceleration.items[].number', kind: 'text', need: 'acceleration' },
  { name: 'acceleration.items[].amount', kind: 'money', need: 'acceleration' },
  { name: 'personal_note', kind: 'text', need: 'personal_note' },
]

function of(kind: VariableKind, names: readonly string[]): Variable[] {
  return names.map((name) => ({ name, kind, need: null }))
}
