export { setupRoutes } from './routes.ts'
export type { Entity, Furnish } from './setup.ts'
