export { signingJobs } from './jobs.ts'
export { signingRoutes } from './routes.ts'
export { sealPdf, verifyOwnPdf, type Sealed, type Sealing } from './seal.ts'
