import { Link } from '@tanstack/react-router'
import { CircleAlert, CircleCheck, CloudOff, Send } from 'lucide-react'
import type { ReactNode } from 'react'

import { may, useMember } from '../../../api/session.ts'
import { textOfCode, useT } from '../../../language/texts.ts'
import type { Waiting } from '../../../offline/outbox/waiting.ts'
import { buttonLook } from '../../../ui/button-look.ts'
import { Button } from '../../../ui/Button.tsx'
import { useReader } from '../../../ui/reader.ts'
import { withoutCustomer, type WorklistSearch } from '../worklist/worklist.ts'
import { answerTexts } from './answer-texts.ts'
import type { Answer } from './form.ts'

type SentPanelProps = {
  readonly customerId: string
  readonly list: WorklistSearch
  readonly label: string
  /** Where it is: still here, or null once it arrived or was taken back. */
  readonly entry: Waiting | null
  readonly answer: Answer | null
  readonly isOffline: boolean
  readonly isKept: boolean
  readonly onUndo: () => void
  readonly onChange: () => void
  readonly onDrop: () => void
}

/** What became of it: held for a moment, waiting for the network, done, or refused with what to do. */
export function SentPanel(props: SentPanelProps) {
  const t = useT()
  const reader = useReader()
  const mayMake = may(useMember(), 'records.make')
  const { label, entry, answer, isOffline, isKept, customerId, list, onUndo, onChange, onDrop } =
    props
  const toCustomer = (
    <Link
      to="/customers/$customerId"
      params={{ customerId }}
      className={buttonLook('plain', 'large')}
    >
      {t('outcome.toCustomer')}
    </Link>
  )
  if (entry?.refused) {
    const why = textOfCode(`refusals.${entry.refused.code}`, entry.refused.details)
    return (
      <Panel
        icon={<CircleAlert size={28} aria-hidden className="text-act" />}
        title={t('outcome.after.refused')}
        lines={[why ?? t('refusals.internal_error'), t('outcome.after.kept')]}
      >
        <Button size="large" onClick={onDrop}>
          {t('outcome.after.drop')}
        </Button>
        <Button size="large" variant="primary" onClick={onChange}>
          {t('outcome.after.change')}
        </Button>
      </Panel>
    )
  }
  if (answer) {
    return (
      <Panel
        icon={<CircleCheck size={28} aria-hidden className="text-brand" />}
        title={t('outcome.after.done')}
        lines={[label, ...answerTexts(t, answer, reader)]}
      >
        {toCustomer}
        {mayMake && (
          <Link
            to="/customers/$customerId/record"
            params={{ customerId }}
            className={buttonLook('plain', 'large')}
          >
            {t('records.putInWriting')}
          </Link>
        )}
        <Link
          to="/today"
          search={withoutCustomer({ ...list, after: customerId })}
          className={buttonLook('primary', 'large')}
        >
          {t('outcome.toToday')}
        </Link>
      </Panel>
    )
  }
  const Icon = isOffline ? CloudOff : Send
  const lines = isOffline
    ? [label, t(isKept ? 'outcome.after.offline' : 'outcome.after.notKept')]
    : [label]
  return (
    <Panel
      icon={<Icon size={28} aria-hidden className="text-soft" />}
      title={t(isOffline ? 'outcome.after.waiting' : 'outcome.after.sending')}
      lines={lines}
    >
      <Button size="large" onClick={onUndo}>
        {t('ui.undo')}
      </Button>
      {isOffline && toCustomer}
    </Panel>
  )
}

type PanelProps = {
  readonly icon: ReactNode
  readonly title: string
  readonly lines: readonly string[]
  readonly children: ReactNode
}

function Panel({ icon, title, lines, children }: PanelProps) {
  return (
    <output className="mx-auto flex w-full max-w-140 flex-col gap-4 px-4 py-10">
      {icon}
      <h2 className="text-20 font-strong">{title}</h2>
      {lines.map((line) => (
        <p key={line} className="text-14 text-pretty">
          {line}
        </p>
      ))}
      <div className="mt-2 flex flex-wrap gap-2">{children}</div>
    </output>
  )
}
