import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { NumberField } from '../../../ui/fields/NumberField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { TimeField } from '../../../ui/fields/TimeField.tsx'
import type { Content } from './playbooks.ts'
import { stepsOnLine } from './steps.ts'
import type { Editor } from './use-editor.ts'
import { Whom } from './Whom.tsx'

type PlaybookRulesProps = { readonly editor: Editor; readonly currency: string }

/** Whom the playbook is for, and how its ladder is climbed. */
export function PlaybookRules({ editor, currency }: PlaybookRulesProps) {
  const t = useT()
  const { content, canEdit, setContent } = editor
  const change = (part: Partial<Content>) => setContent({ ...content, ...part })
  return (
    <Card title={t('playbooks.rules.title')}>
      <fieldset disabled={!canEdit} className="flex flex-col gap-4">
        <legend className="sr-only">{t('playbooks.rules.title')}</legend>
        <TextField
          label={t('playbooks.name')}
          maxLength={80}
          value={editor.name}
          onChange={editor.setName}
        />
        <Whom
          segment={content.segment}
          settled={editor.settled.segment}
          currency={currency}
          onChange={(segment) => change({ segment })}
        />
        <Climbing content={content} onChange={change} />
        <Ending content={content} onChange={change} />
      </fieldset>
    </Card>
  )
}

type PartProps = {
  readonly content: Content
  readonly onChange: (part: Partial<Content>) => void
}

const PROGRESSIONS = ['highest_due', 'one_at_a_time'] as const
const CATCH_UPS = ['highest_due', 'from_first', 'at_most'] as const

function Climbing({ content, onChange }: PartProps) {
  const t = useT()
  const { progression, catchUp, steps } = content
  const line = stepsOnLine(steps)
  return (
    <>
      <Select
        label={t('playbooks.rules.progression')}
        hint={t(`playbooks.progressionHints.${progression}`)}
        value={progression}
        options={PROGRESSIONS.map((value) => ({
          value,
          name: t(`playbooks.progressions.${value}`),
        }))}
        onChange={(next) => onChange({ progression: next })}
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('playbooks.rules.catchUp')}
          hint={t('playbooks.rules.catchUpHint')}
          value={catchUp.kind}
          options={CATCH_UPS.map((value) => ({ value, name: t(`playbooks.catchUps.${value}`) }))}
          onChange={(kind) =>
            onChange({
              catchUp: kind === 'at_most' ? { kind, stepKey: line[0]?.key ?? '' } : { kind },
            })
          }
        />
        {catchUp.kind === 'at_most' && (
          <Select
            label={t('playbooks.rules.catchUpStep')}
            value={catchUp.stepKey}
            options={line.map(({ key, name }) => ({ value: key, name }))}
            onChange={(stepKey) => onChange({ catchUp: { kind: 'at_most', stepKey } })}
          />
        )}
      </div>
    </>
  )
}

function Ending({ content, onChange }: PartProps) {
  const t = useT()
  const { minimumGapDays, decisionAfterDays, decisionWithinDays, sendAt, priority } = content
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TimeField
          label={t('playbooks.rules.sendAt')}
          hint={t('playbooks.rules.sendAtHint')}
          time={sendAt}
          onChange={(time) => onChange({ sendAt: time })}
        />
        <div>
          <Checkbox
            label={t('playbooks.rules.ownGap')}
            isChecked={minimumGapDays !== null}
            onChange={(isOwn) => onChange({ minimumGapDays: isOwn ? 7 : null })}
          />
          {minimumGapDays !== null && (
            <NumberField
              label={t('policy.names.minimumGapDays')}
              unit={t('policy.units.days')}
              least={0}
              most={90}
              value={minimumGapDays}
              onChange={(days) => onChange({ minimumGapDays: days })}
            />
          )}
        </div>
        <NumberField
          label={t('playbooks.rules.decisionAfter')}
          hint={t('playbooks.rules.decisionAfterHint')}
          unit={t('policy.units.days')}
          least={0}
          most={90}
          value={decisionAfterDays}
          onChange={(days) => onChange({ decisionAfterDays: days })}
        />
        <NumberField
          label={t('playbooks.rules.decisionWithin')}
          unit={t('policy.units.days')}
          least={1}
          most={60}
          value={decisionWithinDays}
          onChange={(days) => onChange({ decisionWithinDays: days })}
        />
        <NumberField
          label={t('playbooks.rules.priority')}
          hint={t('playbooks.rules.priorityHint')}
          least={-1000}
          most={1000}
          value={priority}
          onChange={(next) => onChange({ priority: next })}
        />
      </div>
    </>
  )
}
