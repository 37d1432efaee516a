// Generated from the migrations. Do not edit: npm run schema.
import type { Generated, GeneratedAlways } from 'kysely'

import type { Day, Instant } from '../kernel/day.ts'

type AllocationsTable = {
  id: string
  organisationId: string
  customerId: string
  openItemId: string
  paymentId: string | null
  pairId: string | null
  kind: 'payment' | 'credit' | 'write_off' | 'set_off' | 'cancellation' | 'adjustment'
  amountMinor: number
  allocatedOn: Day
  reversesId: string | null
  recordedAt: Instant
  recordedBy: string | null
}

type ApprovalsTable = {
  id: string
  organisationId: string
  customerId: string
  kind: 'promise' | 'plan' | 'discount' | 'waiver' | 'ball' | 'terms'
  proposal: unknown
  beyond: Generated<unknown>
  note: Generated<string>
  approver: 'sales_manager' | 'credit_manager'
  state: Generated<'asked' | 'approved' | 'refused' | 'withdrawn' | 'expired'>
  askedBy: string
  askedAt: Instant
  expiresAt: Instant
  decidedBy: string | null
  decidedAt: Instant | null
  decisionNote: Generated<string>
  decidedHow: 'app' | 'link' | null
}

type BallOffersTable = {
  id: string
  organisationId: string
  customerId: string
  offeredTo: string
  offeredBy: string
  note: Generated<string>
  offeredOn: Day
  until: Day
  state: Generated<'open' | 'taken' | 'declined' | 'lapsed' | 'overtaken'>
  endedOn: Day | null
  answer: Generated<string>
  recordedAt: Instant
}

type BallsTable = {
  id: string
  organisationId: string
  customerId: string
  lane: 'seller' | 'legal'
  holderId: string | null
  takenOn: Day
  returnsOn: Day
  note: Generated<string>
  returnedOn: Day | null
  recordedAt: Instant
  kind: Generated<'taken' | 'passed' | 'legal'>
  question: Generated<string>
  givenBy: string | null
  returnedWhy: 'outcome' | 'clock' | 'finance' | 'seller' | 'legal' | null
  returnedBy: string | null
  returnedAt: Instant | null
  warnedOn: Day | null
}

type CaughtMailsTable = {
  id: string
  organisationId: string
  receivedAt: Instant
  summary: string
  source: Buffer
}

type CommentsTable = {
  id: string
  organisationId: string
  customerId: string
  personId: string
  body: string
  writtenAt: Instant
  mentions: Generated<string[]>
}

type ContactsTable = {
  id: string
  organisationId: string
  customerId: string
  role: Generated<'accounts_payable' | 'buyer' | 'director' | 'approver' | 'legal' | 'other'>
  name: Generated<string>
  email: Generated<string>
  emailHash: string | null
  phone: Generated<string>
  phoneHash: string | null
  language: string | null
  timeZone: string | null
  isPrimary: Generated<boolean>
  smsConsentSource: string | null
  smsConsentAt: Instant | null
  doNotContact: Generated<boolean>
  emailBouncedAt: Instant | null
  createdAt: Instant
  removedAt: Instant | null
}

type CustomerBalancesTable = {
  organisationId: string
  customerId: string
  legalEntityId: string
  currency: string
  owedMinor: number
  creditMinor: number
  unappliedMinor: number
  openItems: number
  oldestDueOn: Day | null
  overdueMinor: Generated<number>
}

type CustomerOwnersTable = {
  id: string
  organisationId: string
  customerId: string
  ownerId: string | null
  fromOn: Day
  recordedAt: Instant
  recordedBy: string | null
}

type CustomerStandingsTable = {
  organisationId: string
  customerId: string
  owedWeight: number
  overdueWeight: number
  oldestDueOn: Day | null
}

type CustomerWordsTable = {
  organisationId: string
  customerId: string
  word: string
}

type CustomersTable = {
  id: string
  organisationId: string
  legalEntityId: string
  number: string
  name: string
  parentId: string | null
  segment: Generated<'commercial' | 'consumer'>
  legalForm: Generated<string>
  language: Generated<string>
  country: Generated<string>
  region: Generated<string>
  timeZone: string
  address: Generated<string>
  vatId: Generated<string>
  termsDays: number | null
  creditLimitMinor: number | null
  creditLimitCurrency: string | null
  ownerId: string | null
  collectorId: string | null
  playbookId: string | null
  tags: Generated<string[]>
  sourceId: string | null
  externalId: Generated<string>
  vanishedOn: Day | null
  createdAt: Instant
  nameKey: GeneratedAlways<string>
  insurer: Generated<string>
  insurancePolicy: Generated<string>
  insuranceLimitMinor: number | null
  insuranceLimitCurrency: string | null
  insuredUntil: Day | null
}

type DepartmentsTable = {
  organisationId: string
  department:
    | 'sales'
    | 'logistics'
    | 'quality'
    | 'billing'
    | 'purchasing'
    | 'finance'
    | 'legal'
    | 'other'
  personId: string | null
  name: Generated<string>
  address: Generated<string>
  language: 'en' | 'de' | 'fr' | 'es'
  asksAtOnce: Generated<boolean>
}

type DisputeEvidenceTable = {
  id: string
  organisationId: string
  disputeId: string
  evidenceId: string
  addedBy: string | null
  questionId: string | null
  addedAt: Instant
}

type DisputeQuestionsTable = {
  id: string
  organisationId: string
  customerId: string
  disputeId: string
  department:
    | 'sales'
    | 'logistics'
    | 'quality'
    | 'billing'
    | 'purchasing'
    | 'finance'
    | 'legal'
    | 'other'
  recipientName: string
  recipientAddress: string
  question: string
  language: 'en' | 'de' | 'fr' | 'es'
  answerBy: Day
  askedBy: string
  askedAt: Instant
  delivery: Generated<'waiting' | 'handed_over' | 'accepted' | 'refused' | 'unknown'>
  handedOverAt: Instant | null
  handedOverBy: Generated<string>
  state: Generated<'asked' | 'answered' | 'withdrawn'>
  answer:
    | 'credit_note'
    | 'corrected_invoice'
    | 'delivery_proved'
    | 'rejected'
    | 'need_time'
    | 'not_us'
    | null
  answerNote: Generated<string>
  answeredAt: Instant | null
  passedOnFrom: string | null
  reminder: Generated<'none' | 'waiting' | 'handed_over' | 'accepted' | 'refused' | 'unknown'>
  reminderHandedOverBy: Generated<string>
  isAtOnce: Generated<boolean>
}

type DisputeRoutesTable = {
  organisationId: string
  reason:
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
  department:
    | 'sales'
    | 'logistics'
    | 'quality'
    | 'billing'
    | 'purchasing'
    | 'finance'
    | 'legal'
    | 'other'
    | null
  businessDays: number | null
  question: string | null
}

type DisputesTable = {
  id: string
  organisationId: string
  customerId: string
  receivableId: string
  reason:
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
  amountMinor: number
  currency: string
  note: Generated<string>
  openedOn: Day
  revisitOn: Day | null
  ownerId: string | null
  state: Generated<'open' | 'resolved'>
  resolution:
    | 'credit_note'
    | 'corrected_invoice'
    | 'delivery_proved'
    | 'rejected'
    | 'paid'
    | 'written_off'
    | 'withdrawn'
    | null
  resolvedOn: Day | null
  openedBy: string | null
  openedAt: Instant
  department: Generated<
    'sales' | 'logistics' | 'quality' | 'billing' | 'purchasing' | 'finance' | 'legal' | 'other'
  >
  deadlineOn: Day | null
  escalatedOn: Day | null
  expects: 'credit_note' | 'corrected_invoice' | null
  creditedBeforeMinor: number | null
  expectedBy: Day | null
  settledBy: string | null
  proofId: string | null
  closedWithInvoice: Generated<boolean>
}

type EventReadersTable = {
  organisationId: string
  reader: string
  lastEventId: string
}

type EventSealsTable = {
  organisationId: string
  sequence: number
  eventId: string
  hash: Buffer
}

type EventsTable = {
  id: string
  organisationId: string
  at: Instant
  name: string
  actorKind: 'person' | 'system' | 'operator' | 'customer'
  actorId: string | null
  customerId: string | null
  subjectKind: string
  subjectId: string | null
  why: Generated<string>
  data: Generated<unknown>
}

type EvidenceTable = {
  id: string
  organisationId: string
  customerId: string
  receivableId: string | null
  kind: 'invoice' | 'order' | 'delivery_note' | 'contract' | 'record' | 'other'
  isSigned: Generated<boolean>
  fileId: string
  addedBy: string | null
  addedAt: Instant
  removedAt: Instant | null
}

type ExchangeRatesTable = {
  id: string
  organisationId: string
  base: string
  quote: string
  rateOn: Day
  rate: string
  origin: string
}

type FilesTable = {
  id: string
  organisationId: string
  sha256: string
  bytes: number
  mediaType: string
  name: string
  createdAt: Instant
}

type HoldsTable = {
  id: string
  organisationId: string
  customerId: string
  receivableId: string | null
  reason: 'dispute' | 'legal' | 'insolvency' | 'relationship' | 'data' | 'agreement' | 'other'
  note: Generated<string>
  startsOn: Day
  endsOn: Day
  createdBy: string | null
  approvedBy: string | null
  createdAt: Instant
  liftedOn: Day | null
  liftedBy: string | null
}

type IdempotencyKeysTable = {
  id: string
  organisationId: string
  personId: string
  key: string
  requestHash: string
  status: number | null
  createdAt: Instant
  heldBy: Generated<string>
  answer: string | null
}

type ImportChangesTable = {
  id: string
  organisationId: string
  importId: string
  subject: 'customer' | 'contact' | 'receivable' | 'payment'
  kind: 'new' | 'changed' | 'gone'
  line: number | null
  number: string
  detail: string
}

type ImportCorrectionsTable = {
  id: string
  organisationId: string
  importId: string
  line: number
  position: number | null
  text: Generated<string>
  correctedAt: Instant
  correctedBy: string | null
}

type ImportFindingsTable = {
  id: string
  organisationId: string
  importId: string
  severity: 'error' | 'warning' | 'info'
  code: string
  line: number | null
  columnName: string | null
  value: Generated<string>
  details: Generated<unknown>
}

type ImportMappingsTable = {
  id: string
  organisationId: string
  legalEntityId: string
  fingerprint: string
  headings: string[]
  kind: 'customers' | 'contacts' | 'receivables' | 'payments' | 'combined'
  mapping: unknown
  choices: unknown
  sourceId: string
  usedAt: Instant
}

type ImportsTable = {
  id: string
  organisationId: string
  legalEntityId: string
  sourceId: string
  fileId: string
  state:
    | 'reading'
    | 'to_map'
    | 'comparing'
    | 'to_apply'
    | 'applying'
    | 'applied'
    | 'to_match'
    | 'refused'
    | 'failed'
    | 'cancelled'
  format: 'csv' | 'xlsx' | 'einvoice' | 'evidence' | 'unknown'
  kind: 'customers' | 'contacts' | 'receivables' | 'payments' | 'combined' | null
  evidenceKind: 'invoice' | 'order' | 'delivery_note' | 'contract' | 'other'
  inspection: Generated<string>
  mapping: unknown
  choices: unknown
  fingerprint: string | null
  isRemembered: Generated<boolean>
  difference: unknown
  rowCount: number | null
  errors: Generated<number>
  warnings: Generated<number>
  progressRows: Generated<number>
  progressOf: number | null
  revision: Generated<number>
  appliedAs: 'whole' | 'good_rows' | null
  failure: string | null
  receivableId: string | null
  uploadedAt: Instant
  uploadedBy: string | null
  appliedAt: Instant | null
}

type LegalEntitiesTable = {
  id: string
  organisationId: string
  name: string
  code: string
  currency: string
  timeZone: string
  country: string
  region: Generated<string>
  vatId: Generated<string>
  address: Generated<string>
  paymentDetails: Generated<string>
  iban: Generated<string>
  defaultTermsDays: Generated<number>
  createdAt: Instant
  balancesOn: Generated<Day>
}

type LimitationRestartsTable = {
  id: string
  organisationId: string
  customerId: string
  receivableId: string
  recordId: string
  jurisdiction: string
  source: string
  acknowledgedOn: Day
  endsOn: Day | null
  recordedAt: Instant
}

type LinkUsesTable = {
  id: string
  organisationId: string
  linkId: string
  form: string
  usedAt: Instant
}

type MailSettingsTable = {
  organisationId: string
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  username: Generated<string>
  password: Generated<string>
  fromAddress: string
  messageDomain: string
  connections: Generated<number>
  messagesPerMinute: Generated<number>
  testMailbox: Generated<string>
  updatedAt: Instant
}

type MandateGrantsTable = {
  id: string
  organisationId: string
  customerId: string
  personId: string
  currency: string
  longestExtensionDays: number
  mostInstalments: number
  smallestFirstPaymentPercent: number
  largestDiscountBasisPoints: Generated<number>
  waivesCharges: Generated<boolean>
  reason: Generated<string>
  grantedBy: string | null
  grantedAt: Instant
  expiresOn: Day
  revokedAt: Instant | null
  revokedBy: string | null
}

type MandateLimitsTable = {
  id: string
  organisationId: string
  segment: 'commercial' | 'consumer' | null
  currency: string
  upToMinor: number | null
  longestExtensionDays: number
  mostInstalments: number
  smallestFirstPaymentPercent: number
  largestDiscountBasisPoints: Generated<number>
  waivesCharges: Generated<boolean>
  approver: Generated<'sales_manager' | 'credit_manager'>
  createdBy: string | null
  createdAt: Instant
  endedAt: Instant | null
}

type MandateUsesTable = {
  id: string
  organisationId: string
  customerId: string
  personId: string | null
  limitId: string | null
  grantId: string | null
  approvalId: string | null
  subjectKind: 'promise' | 'plan' | 'discount' | 'waiver'
  subjectId: string
  terms: unknown
  usedAt: Instant
}

type MeetingDismissalsTable = {
  id: string
  organisationId: string
  feedId: string
  customerId: string
  eventKey: string
  title: Generated<string>
  dismissedAt: Instant
}

type MeetingFeedsTable = {
  id: string
  organisationId: string
  personId: string
  address: string
  version: Generated<string>
  eventsRead: Generated<number>
  failures: Generated<number>
  failure: Generated<string>
  addedAt: Instant
  triedAt: Instant | null
  readAt: Instant | null
  nextReadAt: Instant
}

type MeetingsTable = {
  id: string
  organisationId: string
  customerId: string
  personId: string | null
  onDay: Day
  feedId: string | null
  eventKey: Generated<string>
  startsAt: Instant | null
  endsAt: Instant | null
  title: Generated<string>
  matchedBy: 'attendee' | 'number' | 'name' | null
  toldAt: Instant | null
}

type MembersTable = {
  id: string
  organisationId: string
  personId: string
  roles: string[]
  teamId: string | null
  title: Generated<string>
  phone: Generated<string>
  createdAt: Instant
  leftAt: Instant | null
}

type MessagesTable = {
  id: string
  organisationId: string
  customerId: string
  legalEntityId: string
  runEntryId: string | null
  playbookId: string | null
  playbookVersion: number | null
  stepKey: string
  cycle: string
  channel: 'email' | 'sms' | 'letter'
  attempt: Generated<number>
  stepName: string
  templateKey: string
  lane: 'seller' | 'finance' | 'legal'
  language: string
  state:
    | 'claimed'
    | 'handed_over'
    | 'accepted'
    | 'refused'
    | 'unknown'
    | 'delivered'
    | 'bounced'
    | 'withdrawn'
  contactId: string | null
  senderId: string | null
  isTest: boolean
  recipients: string
  subject: string
  bodyText: string
  bodyHtml: string
  recipientHash: string | null
  snapshot: string
  totals: unknown
  statementSha256: string | null
  messageIdHeader: string
  onDay: Day
  claimedAt: Instant
  claimedBy: Generated<string>
  handedOverAt: Instant | null
  handedOverBy: string | null
  answeredAt: Instant | null
  answer: Generated<string>
}

type NotificationDeliveriesTable = {
  id: string
  organisationId: string
  channel: 'email' | 'webhook'
  personId: string | null
  targetId: string | null
  pace: 'now' | 'daily' | 'weekly'
  state: Generated<'waiting' | 'handed_over' | 'accepted' | 'refused' | 'unknown' | 'given_up'>
  attempts: Generated<number>
  nextAt: Instant
  handedOverAt: Instant | null
  handedOverBy: Generated<string>
  answeredAt: Instant | null
  answer: Generated<string>
  createdAt: Instant
}

type NotificationHabitsTable = {
  organisationId: string
  personId: string
  timeZone: string
  morning: string
  wantsEmail: boolean
  mentionsByEmail: boolean
}

type NotificationRulesTable = {
  id: string
  organisationId: string
  personId: string | null
  shippedAs: string | null
  name: string
  events: string[]
  condition: unknown
  people: string[]
  named: string[]
  channels: string[]
  targetId: string | null
  pace: 'now' | 'daily' | 'weekly'
  isOn: Generated<boolean>
  createdBy: string | null
  createdAt: Instant
  changedAt: Instant
  removedAt: Instant | null
}

type NotificationsTable = {
  id: string
  organisationId: string
  eventId: string
  event: string
  ruleId: string | null
  customerId: string | null
  channel: 'in_app' | 'email' | 'webhook'
  personId: string | null
  targetId: string | null
  pace: 'now' | 'daily' | 'weekly'
  dueAt: Instant
  deliveryId: string | null
  at: Instant
  readAt: Instant | null
}

type OpenItemsTable = {
  id: string
  organisationId: string
  legalEntityId: string
  customerId: string
  receivableId: string
  sequence: Generated<number>
  issuedOn: Day
  dueOn: Day
  currency: string
  totalMinor: number
  openMinor: number
  closedOn: Day | null
}

type OrganisationsTable = {
  id: string
  name: string
  slug: string
  language: Generated<'en' | 'de' | 'fr' | 'es'>
  timeZone: Generated<string>
  reportingCurrency: Generated<string>
  isDemo: Generated<boolean>
  testMode: Generated<boolean>
  dataKey: string
  policy: Generated<unknown>
  createdAt: Instant
}

type OutcomesTable = {
  id: string
  organisationId: string
  customerId: string
  kind:
    | 'promised'
    | 'wants_plan'
    | 'dispute'
    | 'already_paid'
    | 'needs_documents'
    | 'wrong_person'
    | 'short_of_cash'
    | 'refuses'
    | 'not_reached'
    | 'other'
  channel: 'call' | 'visit' | 'email' | 'other'
  onDay: Day
  happenedAt: Instant
  recordedAt: Instant
  loggedBy: string | null
  contactId: string | null
  said: Generated<string>
  details: Generated<unknown>
  ballId: string | null
  taskId: string | null
  opened: Generated<unknown>
  digest: Generated<string>
  answer: Generated<unknown>
}

type OutsideContactsTable = {
  id: string
  organisationId: string
  customerId: string
  onDay: Day
  channel: string
  level: Generated<number>
  origin: string
  receivableId: string | null
}

type PasswordLinksTable = {
  id: string
  tokenHash: string
  personId: string
  createdBy: string | null
  createdAt: Instant
  expiresAt: Instant
  usedAt: Instant | null
}

type PaymentsTable = {
  id: string
  organisationId: string
  legalEntityId: string
  customerId: string
  amountMinor: number
  currency: string
  receivedOn: Day
  reference: Generated<string>
  reversesId: string | null
  sourceId: string
  externalId: string
  recordedAt: Instant
  recordedBy: string | null
}

type PeopleTable = {
  id: string
  name: string
  email: string
  emailHash: string
  passwordHash: string | null
  language: Generated<'en' | 'de' | 'fr' | 'es'>
  createdAt: Instant
  disabledAt: Instant | null
}

type PlanInstalmentsTable = {
  id: string
  organisationId: string
  planId: string
  number: number
  dueOn: Day
  amountMinor: number
  state: Generated<'open' | 'kept' | 'partly_kept' | 'broken'>
  receivedMinor: Generated<number>
  judgedOn: Day | null
  remindedOn: Day | null
}

type PlanItemsTable = {
  organisationId: string
  planId: string
  openItemId: string
  amountMinor: number
}

type PlansTable = {
  id: string
  organisationId: string
  customerId: string
  currency: string
  totalMinor: number
  state:
    | 'proposed'
    | 'awaiting_approval'
    | 'agreed'
    | 'kept'
    | 'broken'
    | 'withdrawn'
    | 'refused'
    | 'accelerated'
    | 'replaced'
  interestBasisPoints: Generated<number>
  waivesCharges: Generated<boolean>
  accelerates: Generated<boolean>
  remindsDaysBefore: number | null
  approvalId: string | null
  outcomeId: string | null
  proposedBy: string | null
  proposedAt: Instant
  agreedOn: Day | null
  endedOn: Day | null
  why: Generated<string>
  insurerTold: Generated<boolean>
  replacesId: string | null
  endedWhy: Generated<string>
}

type PlaybookVersionsTable = {
  id: string
  organisationId: string
  playbookId: string
  version: number
  content: unknown
  createdBy: string | null
  createdAt: Instant
  switchedOnAt: Instant | null
  switchedOnBy: string | null
}

type PlaybooksTable = {
  id: string
  organisationId: string
  name: string
  archivedAt: Instant | null
  createdAt: Instant
}

type PreparedStatementsTable = {
  id: string
  organisationId: string
  runId: string
  digest: string
  content: string
}

type PromisesTable = {
  id: string
  organisationId: string
  customerId: string
  openItemId: string | null
  amountMinor: number
  currency: string
  promisedFor: Day
  madeOn: Day
  saidBy: Generated<string>
  channel: Generated<string>
  state: Generated<'open' | 'kept' | 'partly_kept' | 'broken' | 'withdrawn'>
  judgedOn: Day | null
  takenBy: string | null
  takenAt: Instant
  contactId: string | null
  level: Generated<number>
  receivedMinor: number | null
  outcomeId: string | null
}

type RateWindowsTable = {
  key: string
  windowStartsAt: Instant
  hits: number
}

type ReachedStepsTable = {
  id: string
  organisationId: string
  customerId: string
  openItemId: string
  playbookId: string
  stepKey: string
  level: number
  cycleDueOn: Day
  messageId: string | null
  taskId: string | null
  reachedOn: Day
  isTest: Generated<boolean>
  releasedAt: Instant | null
}

type ReceivablesTable = {
  id: string
  organisationId: string
  legalEntityId: string
  customerId: string
  kind: 'invoice' | 'credit_note' | 'debit_note' | 'on_account'
  number: string
  issuedOn: Day
  deliveredOn: Day | null
  currency: string
  totalMinor: number
  orderReference: Generated<string>
  purchaseOrder: Generated<string>
  paymentReference: Generated<string>
  sellerId: string | null
  dueIsAssumed: Generated<boolean>
  sourceId: string
  externalId: string
  vanishedOn: Day | null
  createdAt: Instant
}

type RecordEndingsTable = {
  id: string
  organisationId: string
  recordId: string
  kind: 'refused' | 'withdrawn'
  why: string
  linkId: string | null
  endedBy: string | null
  endedAt: Instant
  origin: Generated<string>
}

type RecordMailsTable = {
  id: string
  organisationId: string
  recordId: string
  kind: 'request' | 'copy_theirs' | 'copy_ours'
  recipientName: string
  recipientAddress: string
  linkId: string | null
  isTest: Generated<boolean>
  delivery: Generated<'waiting' | 'handed_over' | 'accepted' | 'refused' | 'unknown' | 'given_up'>
  answer: Generated<string>
  handedOverAt: Instant | null
  handedOverBy: Generated<string>
  answeredAt: Instant | null
  askedBy: string | null
  askedAt: Instant
}

type RecordSealsTable = {
  id: string
  organisationId: string
  recordId: string
  state: 'sealed_b_b' | 'sealed_b_t' | 'not_sealed'
  problem: Generated<string>
  fingerprint: string
  sha256: string | null
  evidenceId: string | null
  sealedAt: Instant
}

type RecordSignaturesTable = {
  id: string
  organisationId: string
  recordId: string
  how: 'device' | 'link'
  method: 'drawn' | 'typed'
  signer: string
  linkId: string | null
  isTest: boolean
  documentHash: string
  signedAt: Instant
  witnessedBy: string | null
}

type RecordsTable = {
  id: string
  organisationId: string
  customerId: string
  kind: 'conversation' | 'acknowledgement'
  language: 'en' | 'de' | 'fr' | 'es'
  jurisdiction: 'DE' | 'AT' | 'CH' | 'FR' | 'ES' | 'UK' | 'IE' | 'BE' | 'NL' | 'general'
  snapshot: string
  documentHash: string
  signer: string
  outcomeId: string | null
  promiseId: string | null
  planId: string | null
  supersedesId: string | null
  madeBy: string
  madeAt: Instant
  openItemIds: Generated<string[]>
}

type RepliesTable = {
  id: string
  organisationId: string
  customerId: string
  messageId: string | null
  body: string
  receivedAt: Instant
  receivedOn: Day
  triagedAt: Instant | null
  triagedBy: string | null
}

type RunEntriesTable = {
  id: string
  organisationId: string
  runId: string
  customerId: string
  decision: 'message' | 'task' | 'held' | 'decision_needed'
  playbookId: string | null
  playbookVersion: number | null
  stepKey: string | null
  stepName: string | null
  level: number | null
  lane: 'seller' | 'finance' | 'legal' | null
  channel: 'email' | 'sms' | 'letter' | 'call' | 'visit' | 'notice' | null
  taskKind: 'call' | 'visit' | 'letter' | 'sms' | 'notice' | 'decision' | 'contact' | null
  templateKey: string | null
  language: string | null
  contactId: string | null
  senderId: string | null
  cycle: string | null
  sendAt: Instant | null
  timeZone: string | null
  reasons: Generated<unknown>
  reasonCodes: Generated<string[]>
  itemCount: Generated<number>
  oldestDueOn: Day | null
  totals: Generated<unknown>
  needsApproval: Generated<boolean>
  approvedBy: string | null
  state: Generated<
    'planned' | 'approved' | 'sent' | 'suppressed' | 'dropped' | 'task_made' | 'failed'
  >
  outcome: Generated<unknown>
}

type RunsTable = {
  id: string
  organisationId: string
  legalEntityId: string
  onDay: Day
  state: 'planning' | 'planned' | 'sending' | 'sent' | 'cancelled' | 'failed'
  summary: Generated<unknown>
  plannedAt: Instant | null
  plannedBy: string | null
  approvedAt: Instant | null
  approvedBy: string | null
  undoUntil: Instant | null
  finishedAt: Instant | null
  failure: Generated<string>
  createdAt: Instant
}

type SavedViewsTable = {
  id: string
  organisationId: string
  personId: string
  page: string
  name: string
  search: string
  isShared: Generated<boolean>
  createdAt: Instant
}

type SealReadersTable = {
  organisationId: string
  reader: string
  lastSequence: number
}

type SessionsTable = {
  id: string
  tokenHash: string
  personId: string
  organisationId: string | null
  userAgent: Generated<string>
  createdAt: Instant
  lastSeenAt: Instant
  expiresAt: Instant
  revokedAt: Instant | null
}

type SignedLinksTable = {
  id: string
  organisationId: string
  purpose: 'answer_dispute' | 'sign_record' | 'decide_approval' | 'log_outcome' | 'take_ball'
  subjectKind: string
  subjectId: string
  customerId: string | null
  personId: string | null
  recipient: string
  language: 'en' | 'de' | 'fr' | 'es'
  tokenHash: string
  needsCode: Generated<boolean>
  codeHash: string | null
  codeExpiresAt: Instant | null
  codeAttempts: Generated<number>
  maxUses: Generated<number>
  uses: Generated<number>
  createdBy: string | null
  createdAt: Instant
  expiresAt: Instant
  lastUsedAt: Instant | null
  revokedAt: Instant | null
  revokedBy: string | null
}

type SigningKeysTable = {
  id: string
  organisationId: string
  kind: 'self_made' | 'own'
  certificate: Buffer
  chain: Generated<Buffer[]>
  fingerprint: string
  privateKey: string
  validFrom: Instant
  validUntil: Instant
  createdAt: Instant
  createdBy: string | null
  replacedAt: Instant | null
  endingNotedAt: Instant | null
  endNotedAt: Instant | null
}

type SnoozesTable = {
  id: string
  organisationId: string
  customerId: string
  personId: string
  untilOn: Day
  note: Generated<string>
  createdAt: Instant
  endedAt: Instant | null
  kind: Generated<'snoozed' | 'done'>
}

type SourcesTable = {
  id: string
  organisationId: string
  legalEntityId: string
  kind: 'file' | 'einvoice' | 'bank' | 'connector' | 'manual' | 'demo'
  name: string
  ledgerSyncedAt: Instant | null
  paymentsConsideredUntil: Day | null
  createdAt: Instant
}

type TasksTable = {
  id: string
  organisationId: string
  customerId: string
  kind:
    | 'call'
    | 'visit'
    | 'letter'
    | 'sms'
    | 'notice'
    | 'decision'
    | 'contact'
    | 'unknown_message'
    | 'allocation'
    | 'terms'
    | 'cash_search'
    | 'escalation'
    | 'documents'
    | 'insurer'
    | 'other'
  lane: 'seller' | 'finance' | 'legal'
  stepKey: string | null
  playbookId: string | null
  cycle: string | null
  runEntryId: string | null
  messageId: string | null
  assigneeId: string | null
  dueOn: Day
  note: Generated<string>
  state: Generated<'open' | 'done' | 'dropped'>
  outcome: Generated<string>
  createdAt: Instant
  closedAt: Instant | null
  closedBy: string | null
  reason: Generated<string>
}

type TeamsTable = {
  id: string
  organisationId: string
  name: string
  managerId: string | null
}

type TemplatePreviewsTable = {
  id: string
  organisationId: string
  personId: string
  html: string
  madeAt: Instant
}

type TemplateTextsTable = {
  id: string
  organisationId: string
  templateId: string
  language: string
  revision: number
  subject: string
  body: string
  writtenBy: string | null
  writtenAt: Instant
}

type TemplatesTable = {
  id: string
  organisationId: string
  key: string
  name: string
  tone: 'friendly' | 'firm' | 'final' | 'thanks' | 'neutral'
  archivedAt: Instant | null
  createdAt: Instant
}

type ThanksTable = {
  id: string
  organisationId: string
  customerId: string
  personId: string
  onDay: Day
  saidAt: Instant
}

type TimestampSettingsTable = {
  organisationId: string
  url: Generated<string>
  lastGoodAt: Instant | null
  lastFailedAt: Instant | null
  problem: Generated<string>
}

type UnmatchedCashTable = {
  id: string
  organisationId: string
  legalEntityId: string
  customerId: string
  amountMinor: number
  currency: string
  receivedOn: Day
  resolvedAt: Instant | null
}

type WebhookTargetsTable = {
  id: string
  organisationId: string
  name: string
  kind: 'slack' | 'teams'
  url: string
  host: string
  language: 'en' | 'de' | 'fr' | 'es'
  isOn: Generated<boolean>
  createdBy: string | null
  createdAt: Instant
  lastAcceptedAt: Instant | null
  lastFailedAt: Instant | null
  lastFailure: Generated<string>
  removedAt: Instant | null
}

type WorklistRowsTable = {
  organisationId: string
  customerId: string
  legalEntityId: string
  ownerId: string | null
  collectorId: string | null
  name: string
  score: number
  overdueReportingMinor: number
  daysLate: number
  standings: unknown
  reasons: unknown
  reasonCodes: string[]
  reckoning: unknown
  withSeller: boolean
  putAway: 'snoozed' | 'done' | null
  putAwayUntil: Day | null
  scoredOn: Day
}

export type Schema = {
  allocations: AllocationsTable
  approvals: ApprovalsTable
  ballOffers: BallOffersTable
  balls: BallsTable
  caughtMails: CaughtMailsTable
  comments: CommentsTable
  contacts: ContactsTable
  customerBalances: CustomerBalancesTable
  customerOwners: CustomerOwnersTable
  customerStandings: CustomerStandingsTable
  customerWords: CustomerWordsTable
  customers: CustomersTable
  departments: DepartmentsTable
  disputeEvidence: DisputeEvidenceTable
  disputeQuestions: DisputeQuestionsTable
  disputeRoutes: DisputeRoutesTable
  disputes: DisputesTable
  eventReaders: EventReadersTable
  eventSeals: EventSealsTable
  events: EventsTable
  evidence: EvidenceTable
  exchangeRates: ExchangeRatesTable
  files: FilesTable
  holds: HoldsTable
  idempotencyKeys: IdempotencyKeysTable
  importChanges: ImportChangesTable
  importCorrections: ImportCorrectionsTable
  importFindings: ImportFindingsTable
  importMappings: ImportMappingsTable
  imports: ImportsTable
  legalEntities: LegalEntitiesTable
  limitationRestarts: LimitationRestartsTable
  linkUses: LinkUsesTable
  mailSettings: MailSettingsTable
  mandateGrants: MandateGrantsTable
  mandateLimits: MandateLimitsTable
  mandateUses: MandateUsesTable
  meetingDismissals: MeetingDismissalsTable
  meetingFeeds: MeetingFeedsTable
  meetings: MeetingsTable
  members: MembersTable
  messages: MessagesTable
  notificationDeliveries: NotificationDeliveriesTable
  notificationHabits: NotificationHabitsTable
  notificationRules: NotificationRulesTable
  notifications: NotificationsTable
  openItems: OpenItemsTable
  organisations: OrganisationsTable
  outcomes: OutcomesTable
  outsideContacts: OutsideContactsTable
  passwordLinks: PasswordLinksTable
  payments: PaymentsTable
  people: PeopleTable
  planInstalments: PlanInstalmentsTable
  planItems: PlanItemsTable
  plans: PlansTable
  playbookVersions: PlaybookVersionsTable
  playbooks: PlaybooksTable
  preparedStatements: PreparedStatementsTable
  promises: PromisesTable
  rateWindows: RateWindowsTable
  reachedSteps: ReachedStepsTable
  receivables: ReceivablesTable
  recordEndings: RecordEndingsTable
  recordMails: RecordMailsTable
  recordSeals: RecordSealsTable
  recordSignatures: RecordSignaturesTable
  records: RecordsTable
  replies: RepliesTable
  runEntries: RunEntriesTable
  runs: RunsTable
  savedViews: SavedViewsTable
  sealReaders: SealReadersTable
  sessions: SessionsTable
  signedLinks: SignedLinksTable
  signingKeys: SigningKeysTable
  snoozes: SnoozesTable
  sources: SourcesTable
  tasks: TasksTable
  teams: TeamsTable
  templatePreviews: TemplatePreviewsTable
  templateTexts: TemplateTextsTable
  templates: TemplatesTable
  thanks: ThanksTable
  timestampSettings: TimestampSettingsTable
  unmatchedCash: UnmatchedCashTable
  webhookTargets: WebhookTargetsTable
  worklistRows: WorklistRowsTable
}
