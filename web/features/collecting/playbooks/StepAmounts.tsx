import { useT } from '../../../language/texts.ts'
import { AmountsField } from '../../../ui/fields/AmountsField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import type { Step } from './playbooks.ts'
import type { StepSheetProps } from './step-sheet-props.ts'

const APPROVALS = ['automatic', 'ask_above', 'always_ask'] as const

/** From which amount to which, and who has to agree. */
export function StepAmounts({ step, currency, onChange }: StepSheetProps) {
  const t = useT()
  return (
    <>
      <Select
        label={t('playbooks.step.approval')}
        value={step.approval.kind}
        options={APPROVALS.map((value) => ({ value, name: t(`playbooks.approvals.${value}`) }))}
        onChange={(kind) => onChange({ approval: approvalOf(kind, step) })}
      />
      {step.approval.kind === 'ask_above' && (
        <AmountsField
          label={t('playbooks.approvals.ask_above')}
          usual={currency}
          amounts={step.approval.amounts}
          onChange={(amounts) => onChange({ approval: { kind: 'ask_above', amounts } })}
        />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        {(['floor', 'ceiling'] as const).map((edge) => (
          <div key={edge} className="flex flex-col gap-1">
            <span className="text-13 font-medium">{t(`playbooks.step.${edge}`)}</span>
            <AmountsField
              label={t(`playbooks.step.${edge}`)}
              usual={currency}
              amounts={step[edge]}
              onChange={(amounts) => onChange({ [edge]: amounts })}
            />
          </div>
        ))}
      </div>
    </>
  )
}

function approvalOf(kind: (typeof APPROVALS)[number], { approval }: Step): Step['approval'] {
  if (kind !== 'ask_above') return { kind }
  return approval.kind === 'ask_above' ? approval : { kind, amounts: {} }
}
