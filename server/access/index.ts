export { appendEvent, appendEvents, type Doer, type HistoryEvent } from './events/events.ts'
export { openSecrets } from './secrets/secrets.ts'
export { recognise, startSession } from './sessions/index.ts'
export { openFiles } from './files/files.ts'
