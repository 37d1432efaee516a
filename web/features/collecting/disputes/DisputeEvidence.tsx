import { useQueryClient } from '@tanstack/react-query'
import { FileText } from 'lucide-react'

import { addDisputeEvidence } from '#contract/collecting/desk/disputes'
import { addEvidence, downloadEvidence } from '#contract/ledger/evidence'

import { addressOf, call, callWithFile } from '../../../api/call.ts'
import { may, useMember } from '../../../api/session.ts'
import { useEach } from '../../../api/use-each.ts'
import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { FileDrop } from '../../../ui/FileDrop.tsx'
import { dayOf, shortDay } from '../../../ui/format/day.ts'
import { Progress } from '../../../ui/Progress.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import type { Dispute } from './disputes.ts'

type Evidence = Dispute['evidence'][number]

/** The documents beside a dispute; what is dropped here becomes evidence of its invoice. */
export function DisputeEvidence({ dispute }: { readonly dispute: Dispute }) {
  const t = useT()
  const member = useMember()
  const client = useQueryClient()
  const { done, run } = useEach()
  const add = async (file: File) => {
    const { id: evidenceId } = await callWithFile(addEvidence, file, {
      params: { customerId: dispute.customer.id },
      query: { kind: 'delivery_note', receivable: dispute.receivable.id },
    })
    await call(addDisputeEvidence, { params: { disputeId: dispute.id }, body: { evidenceId } })
  }
  const addAll = async (files: readonly File[]) => {
    const { done: added, failed, reason } = await run(files, add)
    await client.invalidateQueries()
    if (added > 0) say(t('disputes.evidence.added'))
    if (failed > 0) say(t('customers.bulk.failed', { count: failed, reason }), { tone: 'act' })
  }
  return (
    <Card title={t('disputes.evidence.title')}>
      {dispute.evidence.length === 0 ? (
        <p className="text-13 text-soft">{t('disputes.evidence.none')}</p>
      ) : (
        <ul>
          {dispute.evidence.map((evidence) => (
            <Document key={evidence.id} evidence={evidence} />
          ))}
        </ul>
      )}
      {done !== null && <Progress label={t('disputes.evidence.title')} share={done} />}
      {may(member, 'evidence.add') && dispute.state === 'open' && (
        <div className="mt-3 print:hidden">
          <FileDrop
            label={t('customer.documents.add')}
            hint={t('disputes.evidence.hint')}
            accept=".pdf,.png,.jpg,.jpeg"
            onFiles={(files) => void addAll(files)}
          />
        </div>
      )}
    </Card>
  )
}

function Document({ evidence }: { readonly evidence: Evidence }) {
  const t = useT()
  const { today, locale, zone } = useReader()
  const { id, name, addedAt, addedBy, isFromAnswer } = evidence
  const notes = [
    isFromAnswer ? t('disputes.evidence.fromAnswer') : addedBy?.name,
    shortDay(dayOf(addedAt, zone), today, locale),
  ].filter(Boolean)
  return (
    <li className="flex min-h-11 items-center gap-3 border-b border-line last:border-0">
      <FileText size={16} aria-hidden className="shrink-0 text-faint" />
      <span className="min-w-0 flex-1 text-13">
        <a
          href={addressOf(downloadEvidence, { params: { evidenceId: id } })}
          className="block truncate font-medium underline-offset-2 hover:underline"
        >
          {name}
        </a>
        <span className="block text-12 text-faint">{notes.join(' · ')}</span>
      </span>
    </li>
  )
}
