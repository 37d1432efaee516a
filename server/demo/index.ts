export { COLLEAGUES, DEMO_PASSWORD, emailOf } from './company.ts'
export { demoJobs, freshenDemos } from './jobs.ts'
export { loadDemo } from './load/load.ts'
export { removeDemo, resetDemo } from './reset.ts'
