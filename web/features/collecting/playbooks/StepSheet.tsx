import { Trash2 } from 'lucide-react'

import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { NumberField } from '../../../ui/fields/NumberField.tsx'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import type { StepSheetProps } from './step-sheet-props.ts'
import { StepAmounts } from './StepAmounts.tsx'
import { StepChannels } from './StepChannels.tsx'
import { countedFrom, EVENTS, eventsOffered, FIRST_DAY, LAST_DAY } from './steps.ts'

/** Everything about one step. It is a part of the draft: nothing is saved by closing. */
export function StepSheet(props: StepSheetProps) {
  const t = useT()
  const { step, isReadOnly, onChange, onRemove, onClose } = props
  return (
    <Dialog
      isOpen
      isSheet
      onClose={onClose}
      title={step.name}
      actions={
        <>
          {!isReadOnly && (
            <Button
              variant="danger"
              icon={<Trash2 size={16} aria-hidden />}
              onClick={() => {
                onRemove()
                onClose()
              }}
            >
              {t('playbooks.step.remove')}
            </Button>
          )}
          <Button variant="primary" onClick={onClose}>
            {t('playbooks.step.done')}
          </Button>
        </>
      }
    >
      <fieldset disabled={isReadOnly} className="flex flex-col gap-5">
        <legend className="sr-only">{step.name}</legend>
        <TextField
          label={t('playbooks.step.name')}
          value={step.name}
          maxLength={80}
          error={step.name.trim() === '' ? t('ui.required') : undefined}
          onChange={(name) => onChange({ name })}
        />
        <When step={step} onChange={onChange} />
        <StepChannels step={step} onChange={onChange} />
        <StepAmounts {...props} />
        <Checkbox
          label={t('playbooks.step.skippable')}
          hint={t('playbooks.step.skippableHint')}
          isChecked={step.isSkippable}
          onChange={(isSkippable) => onChange({ isSkippable })}
        />
      </fieldset>
    </Dialog>
  )
}

type PartProps = Pick<StepSheetProps, 'step' | 'onChange'>

const DUE = 'due'

function When({ step, onChange }: PartProps) {
  const t = useT()
  const { event, offsetDays } = step
  const isBefore = offsetDays < 0
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={t('playbooks.step.from')}
        value={event ?? DUE}
        options={[
          { value: DUE, name: t('playbooks.step.events.due') },
          ...eventsOffered(step).map((value) => ({
            value,
            name: t(`playbooks.step.events.${value}`),
          })),
        ]}
        onChange={(next) =>
          onChange(countedFrom(step, EVENTS.find((known) => known === next) ?? null))
        }
      />
      <div className="flex items-end gap-2">
        <NumberField
          label={t('playbooks.step.days')}
          least={0}
          most={isBefore ? -FIRST_DAY : LAST_DAY}
          value={Math.abs(offsetDays)}
          onChange={(days) => onChange({ offsetDays: isBefore ? -days : days })}
        />
        {event === null && offsetDays !== 0 && (
          <Segmented
            label={t('playbooks.step.days')}
            value={isBefore ? 'before' : 'after'}
            options={[
              { value: 'before', name: t('playbooks.step.before') },
              { value: 'after', name: t('playbooks.step.after') },
            ]}
            onChange={(side) =>
              onChange({
                offsetDays:
                  side === 'before'
                    ? Math.max(FIRST_DAY, -Math.abs(offsetDays))
                    : Math.abs(offsetDays),
              })
            }
          />
        )}
      </div>
    </div>
  )
}
