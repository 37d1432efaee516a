import { useT } from '../../../language/texts.ts'
import type { CustomerRow } from './customers.ts'

const SHOWN = 5

type BulkPreviewProps = {
  readonly changing: readonly CustomerRow[]
  /** What happens to the rest, if there is one. */
  readonly others: string | undefined
}

/** What it will do, before it does it. */
export function BulkPreview({ changing, others }: BulkPreviewProps) {
  const t = useT()
  const rest = changing.length - SHOWN
  return (
    <div className="rounded-8 bg-sunken px-3 py-2 text-13">
      <p className="font-medium">{t('customers.bulk.assignPreview', { count: changing.length })}</p>
      <p className="text-soft">
        {changing
          .slice(0, SHOWN)
          .map(({ name }) => name)
          .join(' · ')}
        {rest > 0 && ` · ${t('desk.more', { count: rest })}`}
      </p>
      {others !== undefined && <p className="mt-1 text-soft">{others}</p>}
    </div>
  )
}
