export { meetingJobs } from './meetings/index.ts'
export { messageBounced, messageOfHeader, releaseTask, type Bounce } from './messages/index.ts'
export { installDefaultPlaybooks } from './playbooks/index.ts'
export { collectingRoutes } from './routes.ts'
export {
  approveRun,
  orderRun,
  planRun,
  reportRun,
  runJobs as collectingJobs,
  sendRun,
} from './runs/index.ts'
export { rehearseDay } from './what-if/index.ts'
