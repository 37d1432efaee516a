import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'

import { useIsAway } from '../../../api/reach.ts'
import { useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { useOutbox } from '../../../offline/outbox/use-outbox.ts'
import type { Waiting } from '../../../offline/outbox/waiting.ts'
import { useReader } from '../../../ui/reader.ts'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import type { WorklistSearch } from '../worklist/worklist.ts'
import { type Draft, startOf } from './draft.ts'
import type { Channel, Form } from './form.ts'
import { OutcomeFlow } from './OutcomeFlow.tsx'
import { SentPanel } from './SentPanel.tsx'
import { summaryOf } from './summary.ts'
import { useLogging } from './use-logging.ts'
import { writtenIn } from './written.ts'

type OutcomeViewProps = {
  readonly form: Form
  /** How they speak, where that is known. */
  readonly by?: Channel | undefined
  /** What waits on this device and is written again. */
  readonly again?: string | undefined
  /** Where they come from and go back to. */
  readonly list?: WorklistSearch | undefined
}

/** The questions; filled in with what waits on this device, should that be written again. */
export function OutcomeView({ form, by, again, list }: OutcomeViewProps) {
  const t = useT()
  const { entries, isRead } = useOutbox()
  const [found, setFound] = useState<Waiting | null>(null)
  const currency = useMember().organisation.reportingCurrency
  if (again === undefined) {
    const start = by === undefined ? null : { ...startOf(form, currency), channel: by }
    return <Conversation form={form} start={start} list={list} />
  }
  // It stays what was opened, though it may be sent while somebody reads it.
  const waiting = found ?? entries.find(({ id }) => id === again) ?? null
  if (waiting !== found) setFound(waiting)
  if (!waiting && !isRead) return <SkeletonRows count={6} />
  const written = waiting && writtenIn(form, currency, waiting)
  const note = t(written ? 'outcome.writtenBefore' : 'outcome.notHere')
  const rewrites = waiting?.id ?? null
  return <Conversation form={form} start={written} rewrites={rewrites} note={note} />
}

type ConversationProps = {
  readonly form: Form
  readonly start: Draft | null
  readonly rewrites?: string | null
  readonly note?: string
  readonly list?: WorklistSearch | undefined
}

/** The questions, and after them what became of the answers. */
function Conversation({ form, start, rewrites = null, note, list }: ConversationProps) {
  const t = useT()
  const reader = useReader()
  const navigate = useNavigate()
  const customerId = form.customer.id
  const [before, setBefore] = useState(start)
  const isAway = useIsAway()
  const { logged, answer, entry, outbox, send, undo } = useLogging(customerId, rewrites)
  if (!logged) {
    return (
      <OutcomeFlow
        form={form}
        before={before}
        note={note}
        onSend={(draft) => void send(draft, summaryOf({ t, form, draft, reader }).sentence)}
      />
    )
  }
  const again = () => {
    setBefore(logged.draft)
    void undo()
  }
  const drop = async () => {
    await undo()
    await navigate({ to: '/customers/$customerId', params: { customerId } })
  }
  return (
    <SentPanel
      customerId={customerId}
      list={list ?? {}}
      label={logged.label}
      entry={entry}
      answer={answer}
      isOffline={isAway || outbox.pause !== 'none'}
      isKept={outbox.isKept}
      onUndo={again}
      onChange={again}
      onDrop={() => void drop()}
    />
  )
}
