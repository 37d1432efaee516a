export { freshnessIn, freshnessOf, type Freshness } from './sources.ts'
export { upsertManualSource as manualSourceOf } from './store.ts'
