import { useQuery } from '@tanstack/react-query'

import { ANNOUNCEMENTS } from '#contract/collecting/playbooks/content'

import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { nameOfTemplate } from '../../talking/templates/template-name.ts'
import { templates } from '../../talking/templates/templates.ts'
import { type Channel, CHANNELS, LANES, MESSAGE_CHANNELS, type Step } from './playbooks.ts'
import type { StepSheetProps } from './step-sheet-props.ts'

type PartProps = Pick<StepSheetProps, 'step' | 'onChange'>

const NONE = ''

/** In whose name, by which way and with which text; and what is tried when that reaches nobody. */
export function StepChannels({ step, onChange }: PartProps) {
  const t = useT()
  const isMessage = MESSAGE_CHANNELS.includes(step.channel)
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
        onChange={(channel) => onChange(throughChannel(step, channel))}
      />
      {isMessage && <Text step={step} onChange={onChange} />}
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
      {isMessage && (
        <div className="sm:col-span-2">
          <Checkbox
            label={t('playbooks.step.statement')}
            hint={t('playbooks.step.statementHint')}
            isChecked={step.attachesStatement ?? true}
            onChange={(attachesStatement) => onChange({ attachesStatement })}
          />
        </div>
      )}
      <Otherwise step={step} onChange={onChange} />
    </div>
  )
}

function throughChannel(step: Step, channel: Channel): Partial<Step> {
  return {
    channel,
    fallbackChannels: step.fallbackChannels.filter((other) => other !== channel),
    ...(MESSAGE_CHANNELS.includes(channel) ? {} : { templateKey: null }),
  }
}

function Text({ step, onChange }: PartProps) {
  const t = useT()
  const { data } = useQuery(templates)
  const offered = (data?.templates ?? []).filter(
    ({ isArchived, key }) => !isArchived || key === step.templateKey,
  )
  return (
    <Select
      label={t('playbooks.step.template')}
      value={step.templateKey ?? NONE}
      options={[
        { value: NONE, name: t('ui.choose') },
        ...offered.map((template) => ({ value: template.key, name: nameOfTemplate(template) })),
      ]}
      onChange={(key) => onChange({ templateKey: key === NONE ? null : key })}
    />
  )
}

/** One list for each way that is tried, and one more for the next. */
function Otherwise({ step, onChange }: PartProps) {
  const t = useT()
  const { channel, fallbackChannels } = step
  const tried = [...fallbackChannels, null].slice(0, CHANNELS.length - 1)
  return tried.map((fallback, index) => {
    const before = fallbackChannels.slice(0, index)
    return (
      <Select
        // oxlint-disable-next-line react/no-array-index-key -- a way that is tried has no identity but its place
        key={index}
        label={t(index === 0 ? 'playbooks.step.otherwise' : 'playbooks.step.otherwiseNext')}
        hint={t(index === 0 ? 'playbooks.step.otherwiseHint' : 'playbooks.step.otherwiseNextHint')}
        value={fallback ?? NONE}
        options={[
          { value: NONE, name: t('playbooks.step.nothingElse') },
          ...CHANNELS.filter((value) => value !== channel && !before.includes(value)).map(
            (value) => ({ value, name: t(`run.channel.${value}`) }),
          ),
        ]}
        onChange={(value) => {
          const next = CHANNELS.find((known) => known === value)
          const after = fallbackChannels.slice(index + 1).filter((other) => other !== next)
          onChange({ fallbackChannels: next ? [...before, next, ...after] : before })
        }}
      />
    )
  })
}
