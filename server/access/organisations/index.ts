export { createOrganisation, type Founding } from './organisations.ts'
export {
  amountFloorOf,
  askFirstAboveOf,
  DEFAULT_POLICY,
  policyFrom,
  policyOf,
  type Policy,
} from './policy.ts'
export { organisationRoutes } from './routes.ts'
export {
  hasRealOrganisation,
  listOrganisations,
  lockOrganisation,
  lockSetup,
  selectOrganisation,
  selectOrganisation as organisationById,
} from './store.ts'
