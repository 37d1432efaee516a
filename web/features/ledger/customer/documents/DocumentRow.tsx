import { FileText, Trash2 } from 'lucide-react'

import { downloadEvidence, type listEvidence, removeEvidence } from '#contract/ledger/evidence'

import { addressOf, type ReplyOf } from '../../../../api/call.ts'
import { useCalling } from '../../../../api/use-calling.ts'
import { useT } from '../../../../language/texts.ts'
import { Chip } from '../../../../ui/Chip.tsx'
import { dayOf, shortDay } from '../../../../ui/format/day.ts'
import { IconButton } from '../../../../ui/IconButton.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { say } from '../../../../ui/toasts.ts'

type Evidence = ReplyOf<typeof listEvidence>['evidence'][number]

export function DocumentRow({
  evidence,
  mayRemove,
}: {
  readonly evidence: Evidence
  readonly mayRemove: boolean
}) {
  const t = useT()
  const { today, locale, zone } = useReader()
  const calling = useCalling()
  const { id, name, kind, receivable, isSigned, addedAt, addedBy } = evidence
  const day = shortDay(dayOf(addedAt, zone), today, locale)
  const remove = async () => {
    if (await calling(removeEvidence, { params: { evidenceId: id } }))
      say(t('customer.documents.removed'))
  }
  return (
    <li className="flex min-h-12 items-center gap-3 border-b border-line px-4 py-2 last:border-0">
      <FileText size={16} aria-hidden className="shrink-0 text-faint" />
      <span className="min-w-0 flex-1 text-13">
        <a
          href={addressOf(downloadEvidence, { params: { evidenceId: id } })}
          className="block truncate font-medium underline-offset-2 hover:underline"
        >
          {name}
        </a>
        <span className="block text-12 text-faint">
          {[
            receivable?.number,
            addedBy ? t('customer.documents.addedBy', { name: addedBy.name, day }) : day,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      <Chip>{t(`customer.documents.kinds.${kind}`)}</Chip>
      {isSigned && <Chip tone="came">{t('customer.documents.isSigned')}</Chip>}
      {mayRemove && kind !== 'record' && (
        <IconButton
          label={t('customer.documents.remove', { name })}
          icon={<Trash2 size={16} />}
          onClick={() => void remove()}
        />
      )}
    </li>
  )
}
