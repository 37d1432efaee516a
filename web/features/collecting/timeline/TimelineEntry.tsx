import {
  CircleDollarSign,
  History,
  FileText,
  Handshake,
  type LucideIcon,
  Mail,
  MessageCircleQuestion,
  MessagesSquare,
  Pause,
  PenLine,
  Phone,
  Reply,
  SquareCheck,
  StickyNote,
  Users,
} from 'lucide-react'

import type { Money as Amount } from '#kernel/money.ts'

import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { clockTime } from '../../../ui/format/day.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { TimelineMoney, TimelineNote, TimelineWords } from '../../../ui/timeline/TimelineItem.tsx'
import { entryText } from './entry-text.ts'
import { HeldNote } from './HeldNote.tsx'
import { MessageButton } from './MessageButton.tsx'
import type { Entry } from './timeline.ts'

const ICONS: Readonly<Record<Entry['kind'], LucideIcon>> = {
  message: Mail,
  reply: Reply,
  task: SquareCheck,
  call: Phone,
  outcome: MessagesSquare,
  promise: Handshake,
  dispute: MessageCircleQuestion,
  payment: CircleDollarSign,
  receivable: FileText,
  comment: StickyNote,
  hold: Pause,
  held: Pause,
  elsewhere: History,
  ball: Users,
  change: PenLine,
}

/** States of a message in which somebody has to look. */
const TROUBLED = new Set(['message.refused', 'message.unknown', 'message.bounced'])

export function TimelineEntry({ entry }: { readonly entry: Entry }) {
  const t = useT()
  const reader = useReader()
  const Icon = ICONS[entry.kind]
  const icon = <Icon aria-hidden />
  const title = entryText(t, entry, reader)
  const isElsewhere = entry.kind === 'elsewhere'
  const by = isElsewhere
    ? entry.text
    : (entry.by?.name ?? (entry.side === 'theirs' ? undefined : t('customer.timeline.system')))
  // Of another system the day alone is known.
  const isTimed = entry.side !== 'money' && !isElsewhere
  const meta = [by, isTimed ? clockTime(entry.at, reader.locale, reader.zone) : undefined]
    .filter(Boolean)
    .join(' · ')
  if (entry.kind === 'held') return <HeldNote entry={entry} icon={icon} title={title} />
  if (entry.side === 'money') {
    return (
      <TimelineMoney
        icon={icon}
        title={title}
        meta={entry.text === '' ? undefined : entry.text}
        amount={
          entry.money && (
            <MovedMoney amount={entry.money} hasCome={entry.name === 'payment.received'} />
          )
        }
      />
    )
  }
  if (entry.side === 'note') {
    return (
      <TimelineNote icon={icon} title={title} meta={meta}>
        {entry.text === '' || isElsewhere ? undefined : <q>{entry.text}</q>}
      </TimelineNote>
    )
  }
  return (
    <TimelineWords
      side={entry.side}
      icon={icon}
      meta={meta}
      title={
        <span className="flex flex-wrap items-center gap-2">
          {TROUBLED.has(entry.name) ? <Chip tone="act">{title}</Chip> : title}
          {entry.values['isTest'] === 'true' && (
            <Chip tone="soon">{t('customer.timeline.test')}</Chip>
          )}
        </span>
      }
      beside={
        entry.kind === 'message' &&
        entry.subject.id !== null && <MessageButton messageId={entry.subject.id} />
      }
    >
      {entry.text === '' ? undefined : (
        <span className="break-words whitespace-pre-line">{entry.text}</span>
      )}
    </TimelineWords>
  )
}

type MovedMoneyProps = { readonly amount: Amount; readonly hasCome: boolean }

function MovedMoney({ amount, hasCome }: MovedMoneyProps) {
  return (
    <span className={hasCome ? 'text-came' : undefined}>
      {hasCome && '+ '}
      <Money amount={amount} isAligned isEven={hasCome} />
    </span>
  )
}
