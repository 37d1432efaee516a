export { recognise, startSession, type Recognised } from './sessions.ts'
