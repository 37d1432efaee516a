export { gatheringOf, openGate, type Gate, type GateRequest } from './context.ts'
export { gatherFacts, talksOf, type Gathering } from './gather.ts'
export { selectCandidates } from './store/candidates.ts'
