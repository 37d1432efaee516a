import { useState } from 'react'

import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { CheckStep } from './CheckStep.tsx'
import { Details } from './Details.tsx'
import { type Draft, resultOf, startOf } from './draft.ts'
import type { Form, Kind } from './form.ts'
import { KindTiles } from './KindTiles.tsx'
import { neighbourOf, type Step, stepsOf } from './steps.ts'
import { WhomToRing } from './WhomToRing.tsx'
import { WordsStep } from './WordsStep.tsx'

type OutcomeFlowProps = {
  readonly form: Form
  /** What was written before, when the server did not take it. */
  readonly before: Draft | null
  readonly note?: string | undefined
  readonly onSend: (draft: Draft) => void
}

/** A conversation about a conversation: how did it go, then one question after another. */
export function OutcomeFlow({ form, before, note, onSend }: OutcomeFlowProps) {
  const t = useT()
  const member = useMember()
  const start = before ?? startOf(form, member.organisation.reportingCurrency)
  const [draft, setDraft] = useState(start)
  const [step, setStep] = useState<Step>(firstOf(before))
  const [hasMoved, setMoved] = useState(false)

  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const go = (by: 1 | -1, part: Partial<Draft> = {}) => {
    const next = { ...draft, ...part }
    setDraft(next)
    setMoved(true)
    setStep(neighbourOf(step, next.kind, by) ?? step)
  }
  const choose = (kind: Kind) => {
    // What was answered for another kind is not carried over to this one.
    setDraft(kind === draft.kind ? draft : { ...start, ...spoken(draft), kind })
    setMoved(true)
    setStep(neighbourOf('kind', kind, 1) ?? 'check')
  }
  const isLast = step === 'check'
  const whyNot = whyNotOn(step, draft) ? t('outcome.missing') : undefined
  const props = { form, draft, onChange: change, onNext: (part: Partial<Draft>) => go(1, part) }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (whyNot !== undefined || step === 'kind') return
        if (isLast) onSend(draft)
        else go(1)
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="relative min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex w-full max-w-140 flex-col gap-4 px-4 py-5">
          <Progress step={step} kind={draft.kind} />
          {note !== undefined && <p className="rounded-8 bg-sunken px-3 py-2 text-13">{note}</p>}
          <Question key={step} text={headingOf(t, step, draft.kind)} takesFocus={hasMoved} />
          {step === 'kind' && draft.channel === 'call' && <WhomToRing form={form} />}
          {step === 'kind' && (
            <KindTiles kinds={kindsFor(form, may(member, 'plans.propose'))} onChoose={choose} />
          )}
          {step === 'details' && <Details {...props} />}
          {step === 'words' && <WordsStep {...props} />}
          {step === 'check' && <CheckStep {...props} />}
        </div>
      </div>
      {step !== 'kind' && (
        <div className="shrink-0 border-t border-line bg-surface pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          <div className="mx-auto flex w-full max-w-140 gap-2 px-4">
            <Button size="large" onClick={() => go(-1)}>
              {t('outcome.back')}
            </Button>
            <Button type="submit" size="large" variant="primary" className="flex-1" whyNot={whyNot}>
              {t(isLast ? 'outcome.send' : 'outcome.next')}
            </Button>
          </div>
        </div>
      )}
    </form>
  )
}

/** What was written is looked at where its answers begin. */
function firstOf(before: Draft | null): Step {
  if (before === null || before.kind === null) return 'kind'
  return neighbourOf('kind', before.kind, 1) ?? 'check'
}

type QuestionProps = { readonly text: string; readonly takesFocus: boolean }

/** Read out when it is asked; the first one leaves the focus where it is. */
function Question({ text, takesFocus }: QuestionProps) {
  return (
    <h2
      ref={(element) => (takesFocus ? element?.focus() : undefined)}
      tabIndex={-1}
      className="text-20 font-strong text-balance outline-none"
    >
      {text}
    </h2>
  )
}

function Progress({ step, kind }: { readonly step: Step; readonly kind: Kind | null }) {
  const t = useT()
  const steps = stepsOf(kind)
  const at = steps.indexOf(step) + 1
  return (
    <p className="flex items-center gap-1.5">
      <span className="sr-only">{t('outcome.progress', { at, of: steps.length })}</span>
      {steps.map((one, index) => (
        <span
          key={one}
          aria-hidden
          className={`h-1 flex-1 rounded-full ${index < at ? 'bg-brand' : 'bg-sunken'}`}
        />
      ))}
    </p>
  )
}

function headingOf(t: ReturnType<typeof useT>, step: Step, kind: Kind | null): string {
  if (step === 'words') return t('outcome.ask.words')
  if (step === 'check') return t('outcome.ask.check')
  return step === 'kind' || kind === null || kind === 'other'
    ? t('outcome.ask.kind')
    : t(`outcome.ask.${kind}`)
}

/** Only what may hinder this question, not the ones to come. */
function whyNotOn(step: Step, draft: Draft): boolean {
  if (step === 'kind') return true
  // A note needs its words first.
  if (step === 'details' || step === 'check' || draft.kind === 'other') {
    return resultOf(draft) === null
  }
  return false
}

/** What was said stays said, whatever it turns out to be. */
function spoken({ said, channel, contactId, keepsBall }: Draft): Partial<Draft> {
  return { said, channel, contactId, keepsBall }
}

/** Where nothing is owed nothing can be promised; plans are for those who may propose them. */
function kindsFor({ items }: Form, mayPlan: boolean): Kind[] {
  const always: Kind[] = [
    'already_paid',
    'wrong_person',
    'short_of_cash',
    'refuses',
    'not_reached',
    'other',
  ]
  const owing: Kind[] = [
    'promised',
    ...(mayPlan ? (['wants_plan'] as const) : []),
    'dispute',
    'needs_documents',
  ]
  return items.length > 0 ? [...owing, ...always] : always
}
