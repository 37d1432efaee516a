import { Check, CircleDashed, X } from 'lucide-react'

import { MAIL_STAGES } from '#contract/talking/email'

import { useT } from '../../../language/texts.ts'
import type { MailTrial } from './mail.ts'

type MailTrialStepsProps = {
  readonly trial: MailTrial
  /** Whether a message was sent too, or the server only asked. */
  readonly isSending: boolean
}

const STAGES = ['connect', 'encrypt', 'sign_in', 'send'] as const

type Stage = (typeof STAGES)[number]

const SAID = { good: 'passed', failed: 'failed', open: 'open' } as const

/** How far an attempt came, step by step, with the server's own words where it ended. */
export function MailTrialSteps({ trial, isSending }: MailTrialStepsProps) {
  const t = useT()
  const stages = STAGES.filter((stage) => isSending || stage !== 'send')
  const reached = MAIL_STAGES.indexOf(trial.stage)
  const stateOf = (stage: Stage) => {
    if (trial.isGood || MAIL_STAGES.indexOf(stage) < reached) return 'good'
    return stage === trial.stage ? 'failed' : 'open'
  }
  return (
    <output className="flex flex-col gap-3 rounded-8 bg-surface p-4 text-13 shadow-raised">
      <p className="font-medium">
        {trial.isGood
          ? t('mail.trial.good', { seconds: (trial.milliseconds / 1000).toFixed(1) })
          : t(`mail.problems.${trial.problem ?? 'other'}`)}
      </p>
      <ol className="flex flex-col gap-1.5">
        {stages.map((stage) => (
          <StageLine
            key={stage}
            name={t(`mail.stages.${stage}`)}
            state={stateOf(stage)}
            isSkipped={stage === 'encrypt' && trial.isGood && !trial.isEncrypted}
          />
        ))}
      </ol>
      {trial.answer !== '' && (
        <p className="text-12 text-soft">
          {t('mail.trial.answer')} <code className="font-mono break-words">{trial.answer}</code>
        </p>
      )}
    </output>
  )
}

type StageLineProps = {
  readonly name: string
  readonly state: 'good' | 'failed' | 'open'
  readonly isSkipped: boolean
}

function StageLine({ name, state, isSkipped }: StageLineProps) {
  const t = useT()
  const shown = isSkipped ? 'open' : state
  return (
    <li className="flex items-center gap-2">
      {shown === 'good' && <Check size={16} aria-hidden className="text-brand" />}
      {shown === 'failed' && <X size={16} aria-hidden className="text-act" />}
      {shown === 'open' && <CircleDashed size={16} aria-hidden className="text-faint" />}
      <span className={shown === 'open' ? 'text-faint' : undefined}>{name}</span>
      <span className="sr-only">{t(`mail.trial.${isSkipped ? 'skipped' : SAID[state]}`)}</span>
    </li>
  )
}
