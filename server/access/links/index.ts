export { makeCode } from './codes.ts'
export {
  actByLink,
  createLink,
  findLink,
  openLink,
  revokeLinks,
  type Acting,
  type ActedByLink,
  type NewLink,
} from './links.ts'
export { type Link, type LinkPurpose } from './rules.ts'
