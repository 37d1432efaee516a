import { day } from '#kernel/day.ts'

import type { Form } from './form.ts'

/** What is known before a conversation, for tests: one invoice that is late. */
export const EXAMPLE_FORM: Form = {
  customer: { id: 'c', name: 'Brasserie du Port' },
  contacts: [{ id: 'ada', name: 'Ada', role: 'buyer', phone: '', isMailable: true }],
  items: [
    {
      openItemId: 'i',
      receivableId: 'r',
      number: 'F-1',
      issuedOn: day('2026-10-03'),
      dueOn: day('2026-11-02'),
      currency: 'EUR',
      openMinor: 8_460_00,
      disputedMinor: 0,
      documents: 1,
    },
  ],
  standings: [
    {
      currency: 'EUR',
      overdueMinor: 8_460_00,
      owedMinor: 8_460_00,
      promisedMinor: 0,
      latestDay: null,
    },
  ],
  ball: null,
  retryOn: day('2026-12-02'),
  isMailReady: true,
}
