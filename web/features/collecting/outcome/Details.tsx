import { Suspense } from 'react'

import { later } from '../../../api/later.ts'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { DisputeStep } from './DisputeStep.tsx'
import { DocumentsStep, PersonStep, RefusesStep, RetryStep } from './OtherSteps.tsx'
import { PaidStep } from './PaidStep.tsx'
import { PromisedStep } from './PromisedStep.tsx'
import type { StepProps } from './step-props.ts'

const loadPlanStep = async () => ({ default: (await import('./PlanStep.tsx')).PlanStep })
const PlanStep = later(loadPlanStep)

/** The one question that this kind of outcome asks. */
export function Details(props: StepProps) {
  switch (props.draft.kind) {
    case 'promised':
      return <PromisedStep {...props} />
    case 'wants_plan':
    case 'short_of_cash':
      return (
        <Suspense fallback={<SkeletonRows count={6} />}>
          <PlanStep {...props} />
        </Suspense>
      )
    case 'dispute':
      return <DisputeStep {...props} />
    case 'already_paid':
      return <PaidStep {...props} />
    case 'needs_documents':
      return <DocumentsStep {...props} />
    case 'wrong_person':
      return <PersonStep {...props} />
    case 'refuses':
      return <RefusesStep {...props} />
    case 'not_reached':
      return <RetryStep {...props} />
    case 'other':
    case null:
      return null
  }
}
