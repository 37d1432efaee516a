export { appendEvent, appendEvents, appendQuietly, type Doer, type HistoryEvent } from './events.ts'
