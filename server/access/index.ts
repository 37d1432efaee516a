export { appendEvent, appendEvents, type Doer, type HistoryEvent } from './events/index.ts'
export { openFiles } from './files/index.ts'
export {
  amountFloorOf,
  askFirstAboveOf,
  createOrganisation,
  DEFAULT_POLICY,
  listOrganisations,
  policyFrom,
  policyOf,
  type Founding,
  type Policy,
} from './organisations/index.ts'
export { openSecrets } from './secrets/index.ts'
export { recognise, startSession } from './sessions/index.ts'
