export { rehearseDay, type RehearsedDay } from './rehearse-day.ts'
export { whatIfRoutes } from './routes.ts'
