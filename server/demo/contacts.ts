import { newId } from '../kernel/ids.ts'
import { type Country, domainOf, personName } from './names/names.ts'
import { PLACES } from './places.ts'
import type { Random } from './random.ts'

export type DemoContact = {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly phone: string
  readonly role: 'accounts_payable' | 'buyer' | 'director'
  readonly isPrimary: boolean
  readonly doNotContact: boolean
}

export function makeContacts(firm: string, country: Country, random: Random): DemoContact[] {
  const domain = domainOf(firm)
  const accounts = makeContact(country, domain, 'accounts_payable', random)
  const buyer = makeContact(country, domain, random.pick(['buyer', 'director'] as const), random)
  // Some ledgers know nobody to write to.
  const reachable = random.chance(0.97) ? accounts : { ...accounts, email: '' }
  const first = { ...reachable, isPrimary: true, doNotContact: random.chance(0.006) }
  return random.chance(0.45) ? [first, buyer] : [first]
}

function makeContact(
  country: Country,
  domain: string,
  role: DemoContact['role'],
  random: Random,
): DemoContact {
  const { first, last } = personName(country, random)
  const email =
    role === 'accounts_payable' && random.chance(0.4)
      ? `${random.pick(['accounts', 'billing', 'invoices', 'finance'])}@${domain}`
      : `${mailName(first)}.${mailName(last)}@${domain}`
  const { phone } = PLACES[country]
  return {
    id: newId(),
    name: `${first} ${last}`,
    email,
    phone:
      phone === ''
        ? ''
        : phone +
          String(random.between(0, 10 ** phoneDigits(phone) - 1)).padStart(phoneDigits(phone), '0'),
    role,
    isPrimary: false,
    doNotContact: false,
  }
}

/** Digits left of the ranges that regulators keep for films and books. */
function phoneDigits(prefix: string): number {
  return prefix.startsWith('+1')
    ? 2
    : prefix.startsWith('+44')
      ? 4
      : prefix.startsWith('+33')
        ? 4
        : 3
}

export function mailName(name: string): string {
  const plain = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').replaceAll('ß', 'ss').toLowerCase()
  return plain.replaceAll(/[^a-z0-9]+/g, '-')
}
