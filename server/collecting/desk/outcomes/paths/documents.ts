import { Refusal } from '../../../../kernel/refusal.ts'
import { parcelOf } from '../rules.ts'
import * as store from '../store.ts'
import type { Followed, Logging, ResultOf } from './logging.ts'
import { answerByMail } from './mail.ts'
import { taskFor } from './tasks.ts'

/** What proves the chosen invoices goes to the customer at once, with a statement. */
export async function needsDocuments(
  at: Logging,
  { receivableIds, toContactId }: ResultOf<'needs_documents'>,
): Promise<Followed> {
  const { desk, customer } = at
  const invoices = await invoicesOf(at, receivableIds)
  const files = await store.selectPdfs(desk.tx, receivableIds)
  const { sent, without } = parcelOf(files, invoices)

  const { opened, mail } = await answerByMail(at, {
    templateKey: 'documents_asked',
    receivableIds,
    hasStatement: true,
    files: sent.map(({ sha256, name, mediaType }) => ({ sha256, name, mediaType })),
    toContactId,
  })
  const missing =
    without.length === 0
      ? []
      : [
          await taskFor(at, {
            kind: 'documents',
            lane: 'finance',
            dueOn: desk.today,
            note: without.join(', '),
            assigneeId: await store.selectCollector(desk.tx, customer.id),
          }),
        ]
  return {
    opened: [...opened, ...missing],
    withoutDocument: without,
    ...(mail === undefined ? {} : { mail }),
  }
}

/** The customer's own of these invoices; a foreign one refuses them all. */
export async function invoicesOf({ desk, customer }: Logging, ids: readonly string[]) {
  const invoices = await store.selectInvoices(desk.tx, customer.id, ids)
  if (invoices.length < new Set(ids).size) throw new Refusal('not_found', 'no_such_receivable')
  return invoices
}
