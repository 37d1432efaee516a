export { offerPasswordLink, readPasswordLink, usePasswordLink } from './invitations.ts'
export {
  activeMember,
  addMember,
  findOrCreatePerson,
  isActiveMember,
  personByEmail,
  type Membership,
  type Newcomer,
} from './people.ts'
export { maySeeCustomerOf, readersOf, type Reader } from './readers.ts'
export { peopleRoutes } from './routes.ts'
export { endSessionsIn } from './store/members.ts'
export {
  selectDemoPeople,
  selectNames as personNames,
  selectOrganisationsOf,
  selectPerson,
  selectPersonByEmail,
  updatePerson,
  type OrganisationOfPerson,
  type PersonRow,
} from './store/people.ts'
