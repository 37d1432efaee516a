export { freezeSnapshotFacts, itemFacts, type ItemFact, type SnapshotFacts } from './facts.ts'
export { readAllocations, readDocuments, readOpenItems } from './lists.ts'
