import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, CalendarClock, Sun, Upload } from 'lucide-react'

import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { buttonLook } from '../../../ui/button-look.ts'
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
  const canImport = may(useMember(), 'imports.apply')
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
        action={
          canImport && (
            <Link to="/import" className={buttonLook('primary')}>
              {t('desk.empty.noLedgerAction')}
            </Link>
          )
        }
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
