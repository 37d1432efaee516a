import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { proposePlan } from '#contract/collecting/desk/plans'

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

/** A plan by instalments: agreed at once within the mandate, asked for beyond it. */
export function PlanDialog({ subject, onClose, onDone }: DeskDialogProps) {
  const t = useT()
  const { today } = useReader()
  const brief = useBrief(subject.customerId)
  const owed = brief?.standings.filter(({ owedMinor }) => owedMinor > 0) ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const currency = chosen ?? owed[0]?.currency ?? 'EUR'
  const [offer, setOffer] = useState(emptyPlan(currency))
  const mandate = useQuery(mandateOf(subject.customerId, currency)).data
  const { send, isBusy, problem } = useSending(proposePlan, ({ state }) => {
    const count = offer.instalments.length
    say(state === 'agreed' ? t('plans.dialog.agreed', { count }) : t('plans.dialog.asked'))
    onDone()
  })
  const fault = problemOf(offer, today)
  const asks = mandate !== undefined && planBeyond(mandate, offer, today).length > 0
  return (
    <FormDialog
      width="normal"
      title={t('plans.dialog.title', { name: subject.name })}
      text={t('plans.dialog.text')}
      does={
        asks ? t('plans.dialog.ask', { who: deciderText(t, mandate) }) : t('plans.dialog.agree')
      }
      whyNot={fault === null ? undefined : t(`plans.dialog.problem.${fault}`)}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() => send({ params: { customerId: subject.customerId }, body: offer })}
    >
      {owed.length > 1 && (
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
      />
    </FormDialog>
  )
}
