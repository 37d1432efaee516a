export { appendEvent, appendEvents, type Doer, type HistoryEvent } from './events/events.ts'
export { openSecrets } from './secrets/secrets.ts'
