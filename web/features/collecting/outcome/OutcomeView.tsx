import { useState } from 'react'

import { useIsAway } from '../../../api/reach.ts'
import { useT } from '../../../language/texts.ts'
import { useReader } from '../../../ui/reader.ts'
import type { Draft } from './draft.ts'
import type { Form } from './form.ts'
import { OutcomeFlow } from './OutcomeFlow.tsx'
import { SentPanel } from './SentPanel.tsx'
import { summaryOf } from './summary.ts'
import { useLogging } from './use-logging.ts'

/** The questions, and after them what became of the answers. */
export function OutcomeView({ form }: { readonly form: Form }) {
  const t = useT()
  const reader = useReader()
  const customerId = form.customer.id
  const [before, setBefore] = useState<Draft | null>(null)
  const isAway = useIsAway()
  const { logged, answer, entry, outbox, send, undo } = useLogging(customerId)
  if (!logged) {
    return (
      <OutcomeFlow
        form={form}
        before={before}
        onSend={(draft) => void send(draft, summaryOf({ t, form, draft, reader }).sentence)}
      />
    )
  }
  const again = () => {
    setBefore(logged.draft)
    void undo()
  }
  return (
    <SentPanel
      customerId={customerId}
      label={logged.label}
      entry={entry}
      answer={answer}
      isOffline={isAway || outbox.pause !== 'none'}
      isKept={outbox.isKept}
      onUndo={again}
      onChange={again}
    />
  )
}
