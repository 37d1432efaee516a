import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { NearDay } from '../../../ui/DayText.tsx'
import type { Dispute } from './disputes.ts'

type DeadlineDayProps = {
  readonly dispute: Pick<Dispute, 'state' | 'resolution' | 'deadlineOn' | 'isOverdue' | 'expects'>
}

/** When a dispute should be settled, or how it was; red once its day has passed. */
export function DeadlineDay({ dispute }: DeadlineDayProps) {
  const t = useT()
  const { state, resolution, deadlineOn, isOverdue } = dispute
  if (state === 'resolved') {
    return <Chip>{t(`desk.dispute.resolutions.${resolution ?? 'withdrawn'}`)}</Chip>
  }
  if (deadlineOn === null) return null
  if (!isOverdue) return <NearDay day={deadlineOn} />
  return (
    <Chip tone="act">
      <NearDay day={deadlineOn} />
    </Chip>
  )
}
