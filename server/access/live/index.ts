export type { OwnerOf } from './hub.ts'
export { liveRoutes } from './routes.ts'
