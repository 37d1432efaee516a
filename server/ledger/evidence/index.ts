export { attachEvidence, evidenceCompleteness, readEvidence, type NewEvidence } from './evidence.ts'
