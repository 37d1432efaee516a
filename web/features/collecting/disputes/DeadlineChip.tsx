import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import type { Dispute } from './disputes.ts'

const SOON_DAYS = 1

type DeadlineChipProps = { readonly dispute: Pick<Dispute, 'daysLeft' | 'isOverdue'> }

/** How long a department still has: red once it is over, amber on its last days. */
export function DeadlineChip({ dispute: { daysLeft, isOverdue } }: DeadlineChipProps) {
  const t = useT()
  if (daysLeft === null) return <Chip>{t('disputes.clock.none')}</Chip>
  // A deadline on a Saturday is over on Monday, and no business day lies between.
  if (isOverdue) {
    return <Chip tone="act">{t('disputes.clock.late', { count: Math.max(1, -daysLeft) })}</Chip>
  }
  const tone = daysLeft <= SOON_DAYS ? 'soon' : 'plain'
  return <Chip tone={tone}>{t('disputes.clock.left', { count: daysLeft })}</Chip>
}
