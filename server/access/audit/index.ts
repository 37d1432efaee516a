export { noteReading, type Reading } from './readings.ts'
export { auditRoutes } from './routes.ts'
export { sealAll, sealEvents, startSealing } from './seal.ts'
export { verifyEvents, type Verification } from './verify.ts'
