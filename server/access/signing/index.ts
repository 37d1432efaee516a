export { signingJobs } from './jobs.ts'
export { sealerName, verifyForAnybody } from './public.ts'
export { signingRoutes } from './routes.ts'
export { sealPdf, verifyOwnPdf, type Sealed, type Sealing } from './seal.ts'
