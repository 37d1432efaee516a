import type { Step } from './playbooks.ts'

export type StepSheetProps = {
  readonly step: Step
  readonly isReadOnly: boolean
  readonly currency: string
  readonly onChange: (part: Partial<Step>) => void
  readonly onRemove: () => void
  readonly onClose: () => void
}
