import { useQuery } from '@tanstack/react-query'
import { Trash2 } from 'lucide-react'

import { ANNOUNCEMENTS } from '#contract/collecting/playbooks/content'

import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { NumberField } from '../../../ui/fields/NumberField.tsx'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { nameOfTemplate } from '../../talking/templates/template-name.ts'
import { templates } from '../../talking/templates/templates.ts'
import { CHANNELS, LANES, MESSAGE_CHANNELS } from './playbooks.ts'
import type { StepSheetProps } from './step-sheet-props.ts'
import { StepAmounts } from './StepAmounts.tsx'
import { FIRST_DAY, LAST_DAY } from './steps.ts'

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
        <How step={step} onChange={onChange} />
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
          { value: 'payment_received', name: t('playbooks.step.events.payment_received') },
          { value: 'promise_broken', name: t('playbooks.step.events.promise_broken') },
        ]}
        onChange={(next) =>
          onChange(
            next === DUE
              ? { event: null }
              : {
                  event: next === 'payment_received' ? next : 'promise_broken',
                  offsetDays: Math.max(0, offsetDays),
                },
          )
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

const NONE = ''

function How({ step, onChange }: PartProps) {
  const t = useT()
  const { data } = useQuery(templates)
  const isMessage = MESSAGE_CHANNELS.includes(step.channel)
  const offered = (data?.templates ?? []).filter(
    ({ isArchived, key }) => !isArchived || key === step.templateKey,
  )
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t('playbooks.step.lane')}
        hint={t(`playbooks.laneHints.${step.lane}`)}
        value={step.lane}
        options={LANES.map((value) => ({ value, name: t(`playbooks.lanes.${value}`) }))}
        onChange={(lane) => onChange({ lane })}
      />
      <Select
        label={t('playbooks.step.channel')}
        hint={isMessage ? undefined : t('playbooks.step.becomesTask')}
        value={step.channel}
        options={CHANNELS.map((value) => ({ value, name: t(`run.channel.${value}`) }))}
        onChange={(channel) =>
          onChange({
            channel,
            fallbackChannels: step.fallbackChannels.filter((other) => other !== channel),
            ...(MESSAGE_CHANNELS.includes(channel) ? {} : { templateKey: null }),
          })
        }
      />
      {isMessage && (
        <Select
          label={t('playbooks.step.template')}
          value={step.templateKey ?? NONE}
          options={[
            { value: NONE, name: t('ui.choose') },
            ...offered.map((template) => ({
              value: template.key,
              name: nameOfTemplate(template),
            })),
          ]}
          onChange={(key) => onChange({ templateKey: key === NONE ? null : key })}
        />
      )}
      <Select
        label={t('playbooks.step.otherwise')}
        hint={t('playbooks.step.otherwiseHint')}
        value={step.fallbackChannels[0] ?? NONE}
        options={[
          { value: NONE, name: t('playbooks.step.nothingElse') },
          ...CHANNELS.filter((value) => value !== step.channel).map((value) => ({
            value,
            name: t(`run.channel.${value}`),
          })),
        ]}
        onChange={(value) => {
          const channel = CHANNELS.find((known) => known === value)
          onChange({ fallbackChannels: channel ? [channel] : [] })
        }}
      />
      <Select
        label={t('playbooks.step.announces')}
        hint={t('playbooks.step.announcesHint')}
        value={step.announces ?? NONE}
        options={[
          { value: NONE, name: t('playbooks.step.announcesNothing') },
          ...ANNOUNCEMENTS.map((value) => ({ value, name: t(`playbooks.announcements.${value}`) })),
        ]}
        onChange={(value) =>
          onChange({ announces: ANNOUNCEMENTS.find((known) => known === value) ?? null })
        }
      />
    </div>
  )
}
