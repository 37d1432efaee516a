export { appendEvent, appendEvents, type Doer, type HistoryEvent } from './events.ts'
