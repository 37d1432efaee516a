export { attachEvidence, evidenceCompleteness, type NewEvidence } from './evidence.ts'
