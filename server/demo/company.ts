import type { Role } from '../http/permissions.ts'

/** The demo company: it sells and services professional kitchens and coffee machines. */
export const ORGANISATION = {
  name: 'Kessler Moreau Group',
  language: 'en',
  timeZone: 'Europe/Berlin',
  reportingCurrency: 'EUR',
} as const

export type EntityKey = 'DE' | 'FR' | 'GB'

export const ENTITIES = {
  DE: {
    code: 'DE',
    name: 'Kessler Moreau GmbH',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    region: 'HH',
    vatId: 'DE999304112',
    address: 'Speicherkai 14\n20457 Hamburg\nGermany',
    paymentDetails: 'Kessler Moreau GmbH\nElbkontor Bank, Hamburg\nBIC ELKODEHHXXX',
    iban: 'DE89370400440532013000',
    numbers: 'RE',
  },
  FR: {
    code: 'FR',
    name: 'Kessler Moreau SARL',
    currency: 'EUR',
    timeZone: 'Europe/Paris',
    country: 'FR',
    region: '',
    vatId: 'FR83999204871',
    address: '27 rue des Docks\n69009 Lyon\nFrance',
    paymentDetails: 'Kessler Moreau SARL\nBanque des Deux Rives, Lyon\nBIC BDDRFRPPXXX',
    iban: 'FR1420041010050500013M02606',
    numbers: 'F',
  },
  GB: {
    code: 'GB',
    name: 'Kessler Moreau Ltd',
    currency: 'GBP',
    timeZone: 'Europe/London',
    country: 'GB',
    region: '',
    vatId: 'GB999118430',
    address: '5 Cooper’s Yard\nLondon SE1 2QH\nUnited Kingdom',
    paymentDetails:
      'Kessler Moreau Ltd\nThames & Severn Bank\nSort code 20-00-00, account 55779911',
    iban: 'GB33BUKB20201555555555',
    numbers: 'INV',
  },
} as const satisfies Readonly<Record<EntityKey, object>>

export type PersonKey =
  | 'jonas'
  | 'lena'
  | 'katrin'
  | 'claire'
  | 'emily'
  | 'tobias'
  | 'sophie'
  | 'mateo'
  | 'james'
  | 'oliver'
  | 'priya'
  | 'grace'
  | 'marta'
  | 'henrik'
  | 'isabelle'
  | 'sam'
  | 'nora'

export type Colleague = {
  readonly key: PersonKey
  readonly name: string
  readonly title: string
  readonly phone: string
  readonly language: 'en' | 'de' | 'fr' | 'es'
  readonly roles: readonly Role[]
  readonly team: TeamKey | null
}

export type TeamKey = 'continent' | 'international'

export const TEAMS: Readonly<Record<TeamKey, { name: string; manager: PersonKey }>> = {
  continent: { name: 'Sales Continent', manager: 'katrin' },
  international: { name: 'Sales International', manager: 'james' },
}

/** In the order in which the sign-in page offers them. */
export const COLLEAGUES: readonly Colleague[] = [
  person('jonas', 'Jonas Weber', 'Accounts Receivable', ['collector'], '+49 30 23125 110', 'de'),
  seller('lena', 'Lena Hartmann', 'continent', '+49 30 23125 201', 'de'),
  {
    ...person(
      'katrin',
      'Katrin Vogel',
      'Head of Sales Continent',
      ['sales_manager'],
      '+49 30 23125 200',
      'de',
    ),
    team: 'continent',
  },
  person('marta', 'Marta Oliveira', 'Credit Manager', ['credit_manager'], '+49 30 23125 120'),
  person(
    'isabelle',
    'Isabelle Roche',
    'Finance Director',
    ['finance_director'],
    '+33 1 99 00 10 01',
    'fr',
  ),
  person('sam', 'Sam Okafor', 'Systems', ['administrator'], '+44 20 7946 0130'),
  person(
    'claire',
    'Claire Dubois',
    'Comptabilité clients',
    ['collector'],
    '+33 1 99 00 10 12',
    'fr',
  ),
  person('emily', 'Emily Carter', 'Credit Control', ['collector'], '+44 20 7946 0112'),
  seller('tobias', 'Tobias Brandt', 'continent', '+49 30 23125 202', 'de'),
  seller('sophie', 'Sophie Marchand', 'continent', '+33 1 99 00 10 21', 'fr'),
  seller('mateo', 'Mateo Rivas', 'continent', '+33 1 99 00 10 22', 'es'),
  {
    ...person(
      'james',
      'James Whitfield',
      'Head of Sales International',
      ['sales_manager'],
      '+44 20 7946 0120',
    ),
    team: 'international',
  },
  seller('oliver', 'Oliver Grant', 'international', '+44 20 7946 0121'),
  seller('priya', 'Priya Nair', 'international', '+44 20 7946 0122'),
  seller('grace', 'Grace Donnelly', 'international', '+44 20 7946 0123'),
  person('henrik', 'Dr. Henrik Sommer', 'Legal Counsel', ['legal'], '+49 30 23125 130', 'de'),
  person('nora', 'Nora Blum', 'Internal Audit', ['auditor'], '+49 30 23125 140', 'de'),
]

/** The one password of everybody in the demo; it is printed, so it protects nothing. */
export const DEMO_PASSWORD = 'look-around-freely'

export function emailOf({ name }: Pick<Colleague, 'name'>): string {
  const local = name.toLowerCase().replace('dr. ', '').replaceAll(' ', '.')
  return `${local}@kessler-moreau.example`
}

function person(
  key: PersonKey,
  name: string,
  title: string,
  ...[roles, phone, language = 'en']: [Role[], string, Colleague['language']?]
): Colleague {
  return { key, name, title, roles, phone, language, team: null }
}

function seller(
  key: PersonKey,
  name: string,
  team: TeamKey,
  ...[phone, language = 'en']: [string, Colleague['language']?]
): Colleague {
  return { key, name, title: 'Account Manager', roles: ['seller'], phone, language, team }
}
