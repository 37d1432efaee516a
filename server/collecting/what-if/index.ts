export { rehearseDay, type RehearsedDay } from './rehearse-day.ts'
export { whatIfRoutes } from './routes.ts'
export { whyOf } from './why.ts'
