export {
  noteReading,
  sealEvents,
  startSealing,
  verifyEvents,
  type Reading,
  type Verification,
} from './audit/index.ts'
export { appendEvent, appendEvents, type Doer, type HistoryEvent } from './events/index.ts'
export { openFiles } from './files/index.ts'
export {
  amountFloorOf,
  askFirstAboveOf,
  createOrganisation,
  DEFAULT_POLICY,
  listOrganisations,
  organisationById,
  policyFrom,
  policyOf,
  type Founding,
  type Policy,
} from './organisations/index.ts'
export {
  addMember,
  findOrCreatePerson,
  isActiveMember,
  maySeeCustomerOf,
  offerPasswordLink,
  personByEmail,
  personNames,
  readersOf,
  type Membership,
  type Newcomer,
  type Reader,
} from './people/index.ts'
export {
  actByLink,
  createLink,
  findLink,
  makeCode,
  openLink,
  revokeLinks,
  type ActedByLink,
  type Acting,
  type Link,
  type LinkPurpose,
  type NewLink,
} from './links/index.ts'
export { hashPassword } from './passwords/index.ts'
export { accessJobs } from './jobs.ts'
export { accessRoutes } from './routes.ts'
export { openSecrets } from './secrets/index.ts'
export { recognise, startSession } from './sessions/index.ts'
export type { Entity, Furnish } from './setup/index.ts'
export { verifyPdf, type PdfVerification } from './seals/index.ts'
export {
  sealerName,
  sealPdf,
  verifyForAnybody,
  verifyOwnPdf,
  type Sealed,
  type Sealing,
} from './signing/index.ts'
export { openRepeats } from './repeats/index.ts'
export { getOutside, isInside, reachable, type Got } from './outside/index.ts'
