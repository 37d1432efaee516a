import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { makeRecord } from '#contract/collecting/desk/records/drafts'

import { sentenceOf } from '../../../api/sentence.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { useSettled } from '../../talking/templates/use-settled.ts'
import { DocumentView } from './DocumentView.tsx'
import { CommitmentField, ItemFields, KindFields, TalkFields } from './RecordFields.tsx'
import { type Beginning, type Draft, previewOf, type RecordRead } from './records.ts'
import { useDraftRecord } from './use-draft-record.ts'

type MakeRecordProps = {
  readonly customerId: string
  readonly beginning: Beginning
  readonly kind: Draft['kind']
  /** The record whose place this one takes. */
  readonly replaces: RecordRead | null
  readonly onMade: (recordId: string) => void
}

/** A record in the making: its fields, and beside them exactly what will be signed. */
export function MakeRecord({ customerId, onMade, ...begun }: MakeRecordProps) {
  const t = useT()
  const { form, change, draft } = useDraftRecord(begun)
  // One id for this form: sent twice from a weak network, it is one record.
  const [id] = useState(() => crypto.randomUUID())
  const settled = useSettled(draft)
  const isNamed = settled.signer.name !== ''
  const preview = useQuery({ ...previewOf(customerId, settled), enabled: isNamed })
  const { send, isBusy, problem } = useSending(makeRecord, () => onMade(id))
  const { beginning, replaces } = begun
  const parts = { beginning, form, change }
  const isCurrent =
    preview.data !== undefined &&
    !preview.isPlaceholderData &&
    !preview.isError &&
    JSON.stringify(settled) === JSON.stringify(draft)
  const whyNot = isNamed ? (isCurrent ? undefined : t('records.notReady')) : t('records.nameFirst')
  return (
    <div className="mx-auto grid w-full max-w-360 grid-cols-[minmax(0,1fr)] gap-6 px-4 py-5 lg:grid-cols-2 lg:px-6">
      <div className="flex min-w-0 flex-col gap-4">
        {replaces && (
          <Banner tone="soon" isBox>
            {t(`records.replacing.${standingOf(replaces)}`, { number: replaces.number })}
          </Banner>
        )}
        <Card title={t('records.whatTitle')}>
          <KindFields {...parts} />
        </Card>
        <Card title={t('records.itemsTitle')}>
          <p className="mb-1 text-13 text-soft">{t('records.itemsText')}</p>
          <ItemFields {...parts} />
        </Card>
        <Card title={t('records.talkTitle')}>
          <TalkFields {...parts} />
        </Card>
        <Card title={t('records.commitmentTitle')}>
          <CommitmentField {...parts} />
        </Card>
      </div>
      <div className="flex min-w-0 flex-col gap-3 lg:sticky lg:top-0 lg:self-start">
        <Card title={t('records.preview')}>
          {preview.error ? (
            <Banner tone="soon" isBox>
              {sentenceOf(preview.error)}
            </Banner>
          ) : preview.data ? (
            <DocumentView document={preview.data.document} />
          ) : isNamed ? (
            <SkeletonRows count={8} />
          ) : (
            <p className="text-13 text-soft">{t('records.nameFirst')}</p>
          )}
        </Card>
        {problem !== undefined && (
          <Banner tone="act" isBox>
            {problem}
          </Banner>
        )}
        <Button
          variant="primary"
          size="large"
          isBusy={isBusy}
          whyNot={whyNot}
          onClick={() => {
            if (!preview.data) return
            const { documentHash } = preview.data
            send({ params: { customerId }, body: { id, draft: settled, documentHash } })
          }}
        >
          {t('records.freeze')}
        </Button>
        <p className="text-12 text-soft">{t('records.freezeText')}</p>
      </div>
    </div>
  )
}

function standingOf({ state }: RecordRead): 'waiting' | 'signed' | 'ended' {
  return state === 'waiting' || state === 'signed' ? state : 'ended'
}
