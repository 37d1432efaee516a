import { Check } from 'lucide-react'

import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { useReader } from '../../../ui/reader.ts'
import { concludes } from './draft.ts'
import type { StepProps } from './step-props.ts'
import { summaryOf } from './summary.ts'

/** The last sentence: what they said, and what happens when it is sent. */
export function CheckStep({ form, draft, onChange }: StepProps) {
  const t = useT()
  const reader = useReader()
  const { sentence, effects } = summaryOf({ t, form, draft, reader })
  return (
    <div className="flex flex-col gap-4">
      <p className="text-20 font-medium text-balance">{sentence}</p>
      {draft.said.trim() !== '' && draft.kind !== 'other' && (
        <blockquote className="border-l-2 border-line-strong pl-3 text-14 whitespace-pre-line text-soft">
          {draft.said}
        </blockquote>
      )}
      <ul className="flex flex-col gap-2">
        {effects.map((effect) => (
          <li key={effect} className="flex items-start gap-2.5 text-14">
            <Check size={16} aria-hidden className="mt-0.5 shrink-0 text-brand" />
            {effect}
          </li>
        ))}
      </ul>
      {form.ball?.isMine === true && concludes(draft.kind) && (
        <Checkbox
          label={t('outcome.keepsBall')}
          hint={t('outcome.keepsBallHint')}
          isChecked={draft.keepsBall}
          onChange={(keepsBall) => onChange({ keepsBall })}
        />
      )}
    </div>
  )
}
