export { deskJobs } from './jobs.ts'
export { deskRoutes } from './routes.ts'
export { rebuild as rebuildWorklist } from './follow.ts'
