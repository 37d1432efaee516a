export { freezeSnapshotFacts, itemFacts, type ItemFact, type SnapshotFacts } from './facts.ts'
export { readOpenItems } from './lists.ts'
