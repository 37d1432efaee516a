import { addDays, day, instant } from '../../kernel/day.ts'
import {
  type OpenItemFact,
  statementCurrency,
  type StatementItem,
  type StatementSnapshot,
} from '../statement/index.ts'
import type { MessageExtra } from './scope.ts'

const AS_OF = day('2026-03-16')

/** An invented account with everything that an account can have. */
export function exampleSnapshot(language: string): StatementSnapshot {
  return {
    asOf: AS_OF,
    ledgerSyncedAt: instant('2026-03-16T08:12:00Z'),
    paymentsConsideredUntil: addDays(AS_OF, -1),
    entity: {
      name: 'Alder & Stone Trading',
      address: 'Kanalstraße 12\n20095 Hamburg',
      country: 'DE',
      timeZone: 'Europe/Berlin',
      vatId: 'DE999999999',
      paymentDetails: 'Alder & Stone Trading\nElbbank Hamburg\nBIC ELBBDEHHXXX',
      iban: 'DE02100100100006820101',
    },
    customer: {
      number: 'K-10427',
      name: 'Brasserie du Port SARL',
      address: '8 quai des Belges\n13001 Marseille\nFrance',
      country: 'FR',
    },
    recipient: { name: 'Camille Laurent' },
    sender: {
      name: 'Jonas Weber',
      title: TITLES[language] ?? 'Accounts receivable',
      phone: '+49 40 5550 1234',
      email: 'jonas.weber@alder-stone.example',
    },
    currencies: [
      statementCurrency('EUR', EURO_ITEMS, 250_00, AS_OF),
      statementCurrency('USD', DOLLAR_ITEMS, 0, AS_OF),
    ],
  }
}

/** The same with everything missing that can be missing: texts must read well here too. */
export function sparseSnapshot(language: string): StatementSnapshot {
  const full = exampleSnapshot(language)
  const only = item({ number: '2026-1043', dueOn: 14, openMinor: 4_310_00, totalMinor: 4_310_00 })
  return {
    ...full,
    ledgerSyncedAt: null,
    paymentsConsideredUntil: null,
    entity: { ...full.entity, address: '', vatId: '', paymentDetails: '', iban: '' },
    customer: { ...full.customer, address: '' },
    recipient: { name: '' },
    sender: { ...full.sender, title: '', phone: '', email: '' },
    currencies: [statementCurrency('EUR', [{ ...only, purchaseOrder: '' }], 0, AS_OF)],
  }
}

export function exampleExtra(): MessageExtra {
  return {
    nextStep: { kind: 'delivery_stop', on: addDays(AS_OF, 7) },
    payment: { minor: 4_310_00, currency: 'EUR', receivedOn: addDays(AS_OF, -1) },
    personalNote: NOTE,
    instalment: {
      minor: 1_500_00,
      currency: 'EUR',
      dueOn: addDays(AS_OF, 3),
      number: 2,
      count: 3,
    },
    acceleration: {
      minor: 8_000_00,
      currency: 'EUR',
      dueOn: AS_OF,
      agreedOn: addDays(AS_OF, -40),
      missed: [{ number: 2, count: 4, dueOn: addDays(AS_OF, -6), minor: 2_000_00 }],
      items: [
        { number: '2026-0988', minor: 6_850_00 },
        { number: '2026-1101', minor: 1_150_00 },
      ],
    },
  }
}

const NOTE = 'It was good to see you in Lyon.'

const TITLES: Readonly<Record<string, string>> = {
  en: 'Accounts receivable',
  de: 'Debitorenbuchhaltung',
  fr: 'Comptabilité clients',
  es: 'Administración de clientes',
}

type Given = Pick<StatementItem, 'number' | 'openMinor' | 'totalMinor'> &
  Partial<Omit<OpenItemFact, 'dueOn' | 'number' | 'openMinor' | 'totalMinor'>> & {
    /** Days before the example's day. */
    readonly dueOn: number
  }

function item({ dueOn, ...given }: Given): OpenItemFact {
  return {
    openItemId: given.number,
    kind: 'invoice',
    issuedOn: addDays(AS_OF, -dueOn - 30),
    dueOn: addDays(AS_OF, -dueOn),
    disputedMinor: 0,
    purchaseOrder: '',
    isConcerned: true,
    ...given,
  }
}

const EURO_ITEMS: readonly OpenItemFact[] = [
  item({
    number: '2026-0988',
    dueOn: 41,
    totalMinor: 12_480_00,
    openMinor: 8_480_00,
    purchaseOrder: '4500118823',
  }),
  item({
    number: '2026-1043',
    dueOn: 14,
    totalMinor: 4_310_00,
    openMinor: 4_310_00,
    disputedMinor: 620_00,
  }),
  item({ number: '2026-1101', dueOn: 3, totalMinor: 1_150_00, openMinor: 1_150_00 }),
  item({
    number: '2026-1177',
    dueOn: -19,
    totalMinor: 2_905_50,
    openMinor: 2_905_50,
    isConcerned: false,
  }),
  item({
    number: 'G-2026-031',
    kind: 'credit_note',
    dueOn: 8,
    totalMinor: -380_00,
    openMinor: -380_00,
    isConcerned: false,
  }),
]

const DOLLAR_ITEMS: readonly OpenItemFact[] = [
  item({ number: '2026-0997', dueOn: 22, totalMinor: 3_600_00, openMinor: 3_600_00 }),
]
