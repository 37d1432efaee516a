import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { setUp } from '#contract/access'

import { call } from '../../../api/call.ts'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { FormProblem } from '../FormProblem.tsx'
import { useEnter } from '../use-enter.ts'
import { type Draft, firstDraft, problemsOf, type Step, steps } from './draft.ts'
import { CheckStep, EntityStep, OrganisationStep, PersonStep } from './steps.tsx'

/** Four short steps to a company of one's own; nothing is made before the last. */
export function OwnCompany({ onBack }: { readonly onBack: () => void }) {
  const t = useT()
  const enter = useEnter()
  const [at, setAt] = useState(0)
  const [isTried, setTried] = useState(false)
  const [draft, setDraft] = useState<Draft>(() =>
    firstDraft(
      currentLanguage(),
      navigator.languages,
      Intl.DateTimeFormat().resolvedOptions().timeZone,
    ),
  )
  const making = useMutation({
    mutationFn: () => call(setUp, { body: draft }),
    onSuccess: (who) => enter(who, '/import'),
  })
  const step: Step = steps[at] ?? 'organisation'
  const problems = problemsOf(step, draft)
  const isLast = step === 'check'
  const go = (to: number) => {
    setTried(false)
    setAt(to)
  }
  const proceed = () => {
    if (problems.length > 0) setTried(true)
    else if (isLast) making.mutate()
    else go(at + 1)
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        proceed()
        if (problems.length > 0) goToWrong(event.currentTarget)
      }}
      className="flex flex-col gap-5"
    >
      <Steps at={at} />
      <StepFields
        step={step}
        draft={draft}
        onChange={setDraft}
        problems={isTried ? problems : []}
      />
      <FormProblem error={making.error} />
      <div className="mt-2 flex justify-between gap-3">
        <Button size="large" variant="quiet" onClick={() => (at === 0 ? onBack() : go(at - 1))}>
          {t('access.start.back')}
        </Button>
        <Button size="large" variant="primary" type="submit" isBusy={making.isPending}>
          {isLast
            ? t('access.start.do', { name: draft.organisation.name })
            : t('access.start.next')}
        </Button>
      </div>
    </form>
  )
}

/** To the first field that is not filled in rightly, once it says so. */
function goToWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid]')?.focus())
}

type StepFieldsProps = {
  readonly step: Step
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly problems: ReturnType<typeof problemsOf>
}

function StepFields({ step, ...rest }: StepFieldsProps) {
  if (step === 'organisation') return <OrganisationStep {...rest} />
  if (step === 'entity') return <EntityStep {...rest} />
  return step === 'person' ? <PersonStep {...rest} /> : <CheckStep draft={rest.draft} />
}

function Steps({ at }: { readonly at: number }) {
  const t = useT()
  return (
    <div className="flex items-center gap-3">
      <span className="figures text-12 text-soft">
        {t('access.start.step', { step: at + 1, steps: steps.length })}
      </span>
      <span aria-hidden className="flex flex-1 gap-1">
        {steps.map((step, index) => (
          <span
            key={step}
            className={
              index <= at ? 'h-1 flex-1 rounded-full bg-brand' : 'h-1 flex-1 rounded-full bg-line'
            }
          />
        ))}
      </span>
    </div>
  )
}
