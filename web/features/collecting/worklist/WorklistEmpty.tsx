import { useQuery } from '@tanstack/react-query'
import { Check, CalendarClock, Sun, Upload } from 'lucide-react'

import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { freshness } from '../../ledger/AsOf.tsx'
import type { WorklistSearch } from './worklist.ts'

type WorklistEmptyProps = {
  readonly show: NonNullable<WorklistSearch['show']>
  readonly isMine: boolean
  readonly onAll: () => void
}

/** Nobody on the list: why that is so, and what can be done about it. */
export function WorklistEmpty({ show, isMine, onAll }: WorklistEmptyProps) {
  const t = useT()
  const isWithoutLedger =
    useQuery(freshness).data?.entities.every(({ ledgerSyncedAt }) => ledgerSyncedAt === null) ??
    false
  if (show !== 'open') {
    return (
      <EmptyState
        icon={show === 'done' ? Check : CalendarClock}
        title={t(`desk.empty.${show}`)}
        text={t(`desk.empty.${show}Text`)}
      />
    )
  }
  if (isWithoutLedger) {
    return (
      <EmptyState
        icon={Upload}
        title={t('desk.empty.noLedger')}
        text={t('desk.empty.noLedgerText')}
      />
    )
  }
  if (isMine) {
    return (
      <EmptyState
        icon={Sun}
        title={t('desk.empty.mine')}
        text={t('desk.empty.mineText')}
        action={<Button onClick={onAll}>{t('desk.empty.mineAction')}</Button>}
      />
    )
  }
  return <EmptyState icon={Sun} title={t('desk.empty.open')} text={t('desk.empty.openText')} />
}
