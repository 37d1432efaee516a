import type { Draft } from './draft.ts'
import type { Form } from './form.ts'

export type StepProps = {
  readonly form: Form
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
  /** What was chosen is all there is to say: on to the next question. */
  readonly onNext: (part: Partial<Draft>) => void
}
