import { Link } from '@tanstack/react-router'
import { Eye } from 'lucide-react'

import { approveEntry, dropEntry } from '#contract/collecting/runs'

import { useDoing } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { may, useMember } from '../../../api/session.ts'
import { type T, useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { clockTime, shortDay } from '../../../ui/format/day.ts'
import { Moneys } from '../../../ui/Moneys.tsx'
import { type Reader, useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { reasonText } from './reason-text.ts'
import type { Entry, RunReport } from './run.ts'

type EntryRowProps = {
  readonly run: RunReport
  readonly entry: Entry
  readonly onLook: () => void
}

/** One customer in a run: what they get, or why they get nothing. */
export function EntryRow({ run, entry, onLook }: EntryRowProps) {
  const t = useT()
  const reader = useReader()
  const why = [...entry.outcome, ...entry.reasons].map(reasonText)
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 border-b border-line px-4 py-2 text-13 last:border-b-0 sm:pl-10">
      <div className="min-w-48 flex-1">
        <Link
          to="/customers/$customerId"
          params={{ customerId: entry.customerId }}
          className="font-medium underline-offset-2 hover:underline"
        >
          {entry.customerName}
        </Link>
        <div className="text-12 text-soft">{detailOf(t, entry, reader)}</div>
        {why.length > 0 && <div className="text-12 text-soft">{[...new Set(why)].join(' ')}</div>}
      </div>
      <span className="flex items-center gap-2">
        {entry.needsApproval && !entry.isApproved && entry.state === 'planned' && (
          <Chip tone="soon">{t('run.entry.askFirst')}</Chip>
        )}
        {entry.state !== 'planned' && <Chip>{t(`run.entry.state.${entry.state}`)}</Chip>}
      </span>
      <span className="flex w-36 justify-end">
        <Moneys amounts={entry.totals} isAligned most={2} />
      </span>
      <Buttons run={run} entry={entry} onLook={onLook} />
    </li>
  )
}

function Buttons({ run, entry, onLook }: EntryRowProps) {
  const t = useT()
  const who = useMember()
  const drop = useDoing(dropEntry)
  const approve = useDoing(approveEntry)
  const params = { id: run.id, entryId: entry.id }
  const isWaiting = entry.decision === 'message' && entry.state === 'planned'
  if (entry.decision !== 'message') return null
  return (
    <span className="flex shrink-0 gap-1">
      {isWaiting && entry.needsApproval && !entry.isApproved && (
        <Button
          whyNot={may(who, 'messages.approve') ? undefined : t('desk.whyNot.role')}
          isBusy={approve.isPending}
          onClick={() =>
            approve.mutate(
              { params },
              { onSuccess: () => void say(t('run.entry.approveSaid')), onError },
            )
          }
        >
          {t('run.entry.approve')}
        </Button>
      )}
      {isWaiting && run.state === 'planned' && (
        <Button
          variant="quiet"
          whyNot={may(who, 'runs.send') ? undefined : t('desk.whyNot.role')}
          isBusy={drop.isPending}
          onClick={() =>
            drop.mutate(
              { params, body: {} },
              {
                onSuccess: () => void say(t('run.entry.dropSaid', { name: entry.customerName })),
                onError,
              },
            )
          }
        >
          {t('run.entry.drop')}
        </Button>
      )}
      <Button variant="quiet" icon={<Eye size={14} />} onClick={onLook}>
        {t('run.entry.preview')}
      </Button>
    </span>
  )
}

function onError(error: unknown): void {
  say(sentenceOf(error), { tone: 'act' })
}

function detailOf(t: T, entry: Entry, { locale, today, zone }: Reader): string {
  const parts = [
    entry.channel && t(`run.channel.${entry.channel}`),
    entry.contactName && t('run.entry.to', { name: entry.contactName }),
    entry.senderName && t('run.entry.from', { name: entry.senderName }),
    entry.oldestDueOn &&
      entry.items > 0 &&
      t('run.entry.items', {
        count: entry.items,
        day: shortDay(entry.oldestDueOn, today, locale),
      }),
    entry.sendAt &&
      entry.state === 'planned' &&
      t('run.entry.at', { time: clockTime(entry.sendAt, locale, zone) }),
  ]
  return parts.filter(Boolean).join(' · ')
}
