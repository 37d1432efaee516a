import type {
  ContactFact,
  CustomerFacts,
  GateContext,
  GatePolicy,
  ItemFact,
} from '../collecting/gate/rules/facts.ts'
import type { Playbook, PlaybookContent, Step } from '../collecting/playbooks/rules/content.ts'
import { day } from '../kernel/day.ts'
import { SHIPPED } from '../talking/templates/defaults/index.ts'

export const gatePolicy: GatePolicy = {
  ledgerFreshHours: 48,
  bankFreshBusinessDays: 3,
  replyPauseDays: 5,
  promiseToleranceDays: 3,
  minimumGapDays: 7,
  frequencyCap: 4,
  frequencyWindowDays: 30,
  floorOf: () => 0,
  askFirstAboveOf: () => null,
  newInvoiceGraceDays: 3,
  toneGapDays: 5,
}

const step: Omit<Step, 'key' | 'offsetDays'> = {
  name: 'a step',
  event: null,
  lane: 'finance',
  channel: 'email',
  fallbackChannels: [],
  templateKey: 'reminder_friendly',
  attachesStatement: true,
  floor: {},
  ceiling: {},
  approval: { kind: 'automatic' },
  announces: null,
  isSkippable: true,
}

export function stepAt(key: string, offsetDays: number, more: Partial<Step> = {}): Step {
  return { ...step, key, name: key, offsetDays, ...more }
}

/** Friendly on day 3, firm on day 14, final on day 28, a call on day 35; then a decision. */
export function playbook(more: Partial<PlaybookContent> & { id?: string } = {}): Playbook {
  const { id = 'standard', ...content } = more
  return {
    id,
    name: id,
    version: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    content: {
      segment: {
        segment: null,
        countries: [],
        tags: [],
        legalForms: [],
        ownerIds: [],
        teamIds: [],
        legalEntityIds: [],
        owedAtLeast: {},
        owedAtMost: {},
        termsDaysAtLeast: null,
        termsDaysAtMost: null,
      },
      priority: 0,
      steps: [
        stepAt('friendly', 3),
        stepAt('firm', 14),
        stepAt('final', 28),
        stepAt('call', 35, { channel: 'call', templateKey: null }),
      ],
      progression: 'highest_due',
      catchUp: { kind: 'highest_due' },
      minimumGapDays: null,
      decisionAfterDays: 7,
      decisionWithinDays: 5,
      sendAt: '08:30',
      ...content,
    },
  }
}

export function contextOn(on: string, more: Partial<GateContext> = {}): GateContext {
  const tones = new Map(Object.entries(SHIPPED))
  const playbooks = [playbook()]
  return { day: day(on), policy: gatePolicy, playbooks, tones, freshness: null, ...more }
}

export function itemDue(dueOn: string, more: Partial<ItemFact> = {}): ItemFact {
  return {
    id: 'a',
    receivableId: more.id ?? 'a',
    arrivedOn: day('2026-01-02'),
    dueOn: day(dueOn),
    currency: 'EUR',
    openMinor: 100_00,
    dueIsAssumed: false,
    isVanished: false,
    ...more,
  }
}

export const contact: ContactFact = {
  id: 'contact',
  role: 'accounts_payable',
  isPrimary: true,
  language: null,
  timeZone: null,
  emailHash: 'hash of an address',
  hasBounced: false,
  bouncedOn: null,
  phoneHash: 'hash of a number',
  hasSmsConsent: false,
  doNotContact: false,
  recentMessages: 0,
}

export function customerWith(more: Partial<CustomerFacts> = {}): CustomerFacts {
  return {
    id: 'customer',
    name: 'Brasserie du Port',
    segment: 'commercial',
    country: 'FR',
    region: '',
    language: 'fr',
    timeZone: 'Europe/Paris',
    tags: [],
    legalForm: '',
    ownerId: null,
    ownerTeamId: null,
    legalEntityId: 'entity',
    termsDays: 30,
    collectorId: null,
    playbookId: null,
    hasAddress: true,
    isBusinessDay: true,
    items: [],
    unapplied: [],
    reached: [],
    contacts: [contact],
    promises: [],
    disputes: [],
    holds: [],
    ball: null,
    unmatchedCash: [],
    waitingReplies: [],
    hasMeetingToday: false,
    sellerTalks: [],
    sellerAskedOn: null,
    lastContactOn: null,
    outsideContacts: [],
    pendingMessages: [],
    termsTalkUntil: null,
    openTasks: [],
    payments: [],
    missedInstalments: [],
    answers: [],
    ...more,
  }
}
