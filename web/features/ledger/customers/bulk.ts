import type { EachResult } from '../../../api/use-each.ts'
import { t } from '../../../language/texts.ts'
import { say } from '../../../ui/toasts.ts'
import type { CustomerRow } from './customers.ts'

export type BulkProps = {
  readonly customers: readonly CustomerRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Says how it went, what failed included. */
export function sayResult({ done, failed, reason }: EachResult): void {
  if (done > 0) say(t('customers.bulk.done', { count: done }))
  if (failed > 0) say(t('customers.bulk.failed', { count: failed, reason }), { tone: 'act' })
}
