import { useState } from 'react'

import { CALL_OUTCOMES, logCall } from '#contract/collecting/desk/tasks'

import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { ChoiceTiles } from '../../../../ui/fields/ChoiceTiles.tsx'
import { TextArea } from '../../../../ui/fields/TextArea.tsx'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { say } from '../../../../ui/toasts.ts'
import type { Doing } from '../doing.ts'
import { useBrief } from '../subject.ts'
import type { DeskDialogProps } from './props.ts'

type Outcome = (typeof CALL_OUTCOMES)[number]

/** Some outcomes have a form of their own, which comes next. */
const NEXT: Partial<Record<Outcome, Doing>> = { promised: 'promise', dispute: 'dispute' }

export function CallDialog({ subject, onClose, onDone, onNext }: DeskDialogProps) {
  const t = useT()
  const brief = useBrief(subject.customerId)
  const [outcome, setOutcome] = useState<Outcome>('not_reached')
  const [note, setNote] = useState('')
  const { send, isBusy, problem } = useSending(logCall, () => {
    const next = NEXT[outcome]
    say(t('desk.said.call'))
    if (next) onNext(next)
    else onDone()
  })
  const contact = brief?.contact
  return (
    <FormDialog
      title={t('desk.call.title', { name: subject.name })}
      text={
        contact && contact.phone !== '' ? (
          <PhoneLine name={contact.name} phone={contact.phone} />
        ) : undefined
      }
      does={t('desk.call.do')}
      onClose={onClose}
      isBusy={isBusy}
      problem={problem}
      onSubmit={() =>
        send({
          params: { customerId: subject.customerId },
          body: { outcome, note, contactId: contact?.id ?? null },
        })
      }
    >
      <ChoiceTiles
        label={t('desk.call.outcome')}
        value={outcome}
        options={CALL_OUTCOMES.map((value) => ({ value, name: t(`desk.call.${value}`) }))}
        onChange={setOutcome}
      />
      {hasNext(outcome) && <p className="text-13 text-soft">{t(`desk.call.next.${outcome}`)}</p>}
      <TextArea label={t('desk.call.note')} isOptional value={note} onChange={setNote} />
    </FormDialog>
  )
}

function hasNext(outcome: Outcome) {
  return (
    outcome === 'promised' ||
    outcome === 'dispute' ||
    outcome === 'wrong_person' ||
    outcome === 'needs_documents'
  )
}

function PhoneLine({ name, phone }: { readonly name: string; readonly phone: string }) {
  return (
    <a href={`tel:${phone}`} className="font-medium text-brand underline-offset-2 hover:underline">
      {name === '' ? phone : `${name} · ${phone}`}
    </a>
  )
}
