export { notifyingJobs } from './jobs.ts'
export { notifyingRoutes } from './routes.ts'
