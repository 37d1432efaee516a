export {
  attachEvidence,
  documentsOf,
  evidenceCompleteness,
  readEvidence,
  type NewEvidence,
} from './evidence.ts'
export { mediaTypeOf, plainName } from './rules.ts'
