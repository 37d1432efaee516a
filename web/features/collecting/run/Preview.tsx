import { useQuery } from '@tanstack/react-query'
import { Paperclip } from 'lucide-react'

import { entryPage } from '#contract/collecting/runs'

import { addressOf } from '../../../api/call.ts'
import { referenceOf, sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ErrorState } from '../../../ui/ErrorState.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { type Entry, previewOf, type RunReport } from './run.ts'

type PreviewProps = {
  readonly run: RunReport
  readonly entry: Entry
  readonly onClose: () => void
}

type Mailbox = { readonly name: string; readonly address: string }

/** The message exactly as its recipient will see it. */
export function Preview({ run, entry, onClose }: PreviewProps) {
  const t = useT()
  return (
    <Dialog
      isOpen
      onClose={onClose}
      width="wide"
      title={t('run.preview.title', { name: entry.customerName })}
    >
      <Message run={run} entry={entry} />
    </Dialog>
  )
}

function Message({ run, entry }: Omit<PreviewProps, 'onClose'>) {
  const t = useT()
  const { data, error } = useQuery(previewOf(run.id, entry.id))
  if (error) return <ErrorState reason={sentenceOf(error)} reference={referenceOf(error)} />
  if (!data) return <SkeletonRows count={10} />
  return (
    <div className="flex flex-col gap-3">
      {data.findings.length > 0 && (
        <Banner tone="act" isBox>
          {t('run.preview.findings')} {data.findings.map(({ detail }) => detail).join(' ')}
        </Banner>
      )}
      {data.testRecipient !== null && (
        <Banner tone="test" isBox>
          {t('run.preview.testTo', { address: data.testRecipient })}
        </Banner>
      )}
      <Facts
        facts={[
          { name: t('run.preview.to'), value: data.to.map(mailboxText).join(', ') },
          { name: t('run.preview.from'), value: mailboxText(data.from) },
          { name: t('run.preview.subject'), value: data.subject },
        ]}
      />
      <iframe
        title={t('run.preview.message')}
        src={addressOf(entryPage, { params: { id: run.id, entryId: entry.id } })}
        sandbox=""
        className="h-[min(56dvh,36rem)] w-full rounded-8 bg-white shadow-[inset_0_0_0_1px_var(--color-line)]"
      />
      {data.attachments.length > 0 && (
        <p className="flex flex-wrap items-center gap-2 text-13 text-soft">
          <Paperclip size={14} aria-hidden />
          <span>{t('run.preview.attachments')}</span>
          {data.attachments.map(({ name, url }) =>
            url === null ? (
              <span key={name}>{name}</span>
            ) : (
              <a
                key={name}
                href={url}
                target="_blank"
                rel="noreferrer"
                className="font-medium text-brand underline-offset-2 hover:underline"
              >
                {name}
              </a>
            ),
          )}
        </p>
      )}
    </div>
  )
}

function mailboxText({ name, address }: Mailbox): string {
  return name === '' ? address : `${name} <${address}>`
}
