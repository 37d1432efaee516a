import { useQuery } from '@tanstack/react-query'
import { FolderOpen } from 'lucide-react'
import { useState } from 'react'

import { listEvidence } from '#contract/ledger/evidence'

import { asking } from '../../../../api/query.ts'
import { sentenceOf } from '../../../../api/sentence.ts'
import { may, useMember } from '../../../../api/session.ts'
import { useT } from '../../../../language/texts.ts'
import { Card } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { ErrorState } from '../../../../ui/ErrorState.tsx'
import { FileDrop } from '../../../../ui/FileDrop.tsx'
import { SkeletonRows } from '../../../../ui/Skeleton.tsx'
import { RecordList } from '../../../collecting/records/RecordList.tsx'
import { AddDocuments } from './AddDocuments.tsx'
import { DocumentRow } from './DocumentRow.tsx'

/** What proves the debt, and what is still missing. */
export function Documents({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const member = useMember()
  const [files, setFiles] = useState<readonly File[]>([])
  const { data, error, refetch } = useQuery(asking(listEvidence, { params: { customerId } }))
  if (error) return <ErrorState reason={sentenceOf(error)} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows count={4} />
  const mayAdd = may(member, 'evidence.add')
  return (
    <div className="flex flex-col gap-4 py-4">
      <RecordList customerId={customerId} />
      {data.missing.length > 0 && (
        <Card title={t('customer.documents.missing')}>
          <ul className="flex flex-col gap-1 text-13">
            {data.missing.map(({ receivableId, number, kinds }) => (
              <li key={receivableId}>
                {t('customer.documents.missingLine', {
                  number,
                  kinds: kinds.map((kind) => t(`customer.documents.kinds.${kind}`)).join(', '),
                })}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {data.evidence.length === 0 ? (
        <EmptyState
          icon={FolderOpen}
          title={t('customer.documents.empty')}
          text={t('customer.documents.emptyText')}
        />
      ) : (
        <ul className="rounded-8 bg-surface shadow-raised">
          {data.evidence.map((evidence) => (
            <DocumentRow key={evidence.id} evidence={evidence} mayRemove={mayAdd} />
          ))}
        </ul>
      )}
      {mayAdd && (
        <FileDrop
          label={t('customer.documents.add')}
          hint={t('customer.documents.dropHint')}
          accept=".pdf,.png,.jpg,.jpeg,.txt"
          onFiles={setFiles}
        />
      )}
      {files.length > 0 && (
        <AddDocuments customerId={customerId} files={files} onClose={() => setFiles([])} />
      )}
    </div>
  )
}
