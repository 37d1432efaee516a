import { stopCatching } from './demo-mailbox/index.ts'
import { closeConnections } from './email/index.ts'
import { stopStatements } from './statement/index.ts'

/** Ends what this room keeps running: connections, worker processes and the demo's mail server. */
export async function closeTalking(): Promise<void> {
  closeConnections()
  stopStatements()
  await stopCatching()
}
