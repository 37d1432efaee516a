import { OUTCOME_CHANNELS } from '#contract/collecting/desk/outcomes'

import { useT } from '../../../language/texts.ts'
import { Segmented } from '../../../ui/fields/Segmented.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import type { StepProps } from './step-props.ts'

/** In their words, typed or dictated; how and with whom is filled in. */
export function WordsStep({ form, draft, onChange }: StepProps) {
  const t = useT()
  const isNote = draft.kind === 'other'
  const channels = OUTCOME_CHANNELS.map((value) => ({
    value,
    name: t(`outcome.channels.${value}`),
  }))
  return (
    <div className="flex flex-col gap-4">
      <TextArea
        label={t(isNote ? 'outcome.whatHappened' : 'outcome.said')}
        isOptional={!isNote}
        isRequired={isNote}
        rows={5}
        maxLength={4000}
        autoCapitalize="sentences"
        value={draft.said}
        onChange={(said) => onChange({ said })}
      />
      <Segmented
        label={t('outcome.how')}
        value={draft.channel}
        options={channels}
        onChange={(channel) => onChange({ channel })}
      />
      {form.contacts.length > 0 && (
        <Select
          label={t('outcome.with')}
          value={draft.contactId ?? ''}
          options={[
            ...form.contacts.map(({ id, name }) => ({ value: id, name })),
            { value: '', name: t('outcome.somebodyElse') },
          ]}
          onChange={(id) => onChange({ contactId: id === '' ? null : id })}
        />
      )}
    </div>
  )
}
