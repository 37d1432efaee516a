import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { proposePlan, replacePlan } from '#contract/collecting/desk/plans'

import { useSending } from '../../../../api/use-sending.ts'
import { useT } from '../../../../language/texts.ts'
import { Segmented } from '../../../../ui/fields/Segmented.tsx'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { say } from '../../../../ui/toasts.ts'
import { deciderText } from '../../mandates/beyond.ts'
import { mandateOf } from '../../mandates/mandate.ts'
import { MandateLeft } from '../../mandates/MandateLeft.tsx'
import { emptyPlan, problemOf } from '../../plans/offer.ts'
import { planBeyond } from '../../plans/PlanCheck.tsx'
import { PlanFields } from '../../plans/PlanFields.tsx'
import { useBrief } from '../subject.ts'
import type { DeskDialogProps } from './props.ts'

type PlanDialogProps = Pick<DeskDialogProps, 'subject' | 'onClose' | 'onDone'> & {
  /** The plan whose place it takes. */
  readonly replaces?: { readonly id: string; readonly currency: string }
}

/** A plan by instalments: agreed at once within the mandate, asked for beyond it. */
export function PlanDialog({ subject, onClose, onDone, replaces }: PlanDialogProps) {
  const t = useT()
  const { today } = useReader()
  const brief = useBrief(subject.customerId)
  const owed = brief?.standings.filter(({ owedMinor }) => owedMinor > 0) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const currency = replaces?.currency ?? chosen ?? owed[0]?.currency ?? 'EUR'
  const [offer, setOffer] = useState(emptyPlan(currency))
  const mandate = useQuery(mandateOf(subject.customerId, currency)).data
  const told = ({ state }: { readonly state: 'agreed' | 'awaiting_approval' }) => {
    const count = offer.instalments.length
    say(state === 'agreed' ? t('plans.dialog.agreed', { count }) : t('plans.dialog.asked'))
    onDone()
  }
  const proposing = useSending(proposePlan, told)
  const replacing = useSending(replacePlan, told)
  const { isBusy, problem } = replaces ? replacing : proposing
  const submit = () =>
    replaces
      ? replacing.send({ params: { planId: replaces.id }, body: offer })
      : proposing.send({ params: { customerId: subject.customerId }, body: offer })
  const fault = problemOf(offer, today)
  const asks = mandate !== undefined && planBeyond(mandate, offer, today).length > 0
  return (
    <FormDialog
      width="normal"
      title={t(replaces ? 'plans.dialog.replaceTitle' : 'plans.dialog.title', {
        name: subject.name,
      })}
      text={t(replaces ? 'plans.dialog.replaceText' : 'plans.dialog.text')}
      does={
        asks ? t('plans.dialog.ask', { who: deciderText(t, mandate) }) : t('plans.dialog.agree')
      }
      whyNot={fault === null ? undefined : t(`plans.dialog.problem.${fault}`)}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={submit}
    >
      {owed.length > 1 && !replaces && (
        <div>
          <Segmented
            label={t('ui.money.currency')}
            value={currency}
            options={owed.map(({ currency: value }) => ({ value, name: value }))}
            onChange={(next) => {
              setChosen(next)
              setOffer(emptyPlan(next))
            }}
          />
        </div>
      )}
      <MandateLeft customerId={subject.customerId} currency={currency} />
      <PlanFields
        key={currency}
        customerId={subject.customerId}
        currency={currency}
        value={offer}
        onChange={setOffer}
        replacesId={replaces?.id}
      />
    </FormDialog>
  )
}
