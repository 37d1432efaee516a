import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { addRule, AUDIENCES, changeRule, NOTICE_EVENTS, removeRule } from '#contract/notifying'

import { useSending } from '../../api/use-sending.ts'
import { useT } from '../../language/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/fields/Checkbox.tsx'
import { ManyField } from '../../ui/fields/ManyField.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { say } from '../../ui/toasts.ts'
import { people } from '../access/settings.ts'
import { eventKey, type Rule, type RuleFields } from './notifying.ts'
import { draftOf, isAudience, isEvent, missingIn, NEW_RULE } from './rule-draft.ts'
import { RulePreview } from './RulePreview.tsx'
import { RuleWays } from './RuleWays.tsx'

type RuleFormProps = {
  readonly rule: Rule | null
  readonly mayManage: boolean
  readonly onClose: () => void
}

/** When, for whom, how and how soon; what it would have told is one click away. */
export function RuleForm({ rule, mayManage, onClose }: RuleFormProps) {
  const t = useT()
  const [draft, setDraft] = useState<RuleFields>(
    rule ? draftOf(rule) : { ...NEW_RULE, isMine: !mayManage },
  )
  const change = (changes: Partial<RuleFields>) => setDraft({ ...draft, ...changes })
  const done = () => {
    say(t('settings.saved'))
    onClose()
  }
  const adding = useSending(addRule, done)
  const changing = useSending(changeRule, done)
  const removing = useSending(removeRule, done)
  const missing = missingIn(draft, t)
  return (
    <FormDialog
      isSheet
      title={rule ? t('notifications.changeTitle') : t('notifications.addTitle')}
      does={t('settings.save')}
      whyNot={missing}
      isBusy={adding.isBusy || changing.isBusy}
      problem={adding.problem ?? changing.problem ?? removing.problem}
      onClose={onClose}
      onSubmit={() =>
        rule
          ? changing.send({ params: { ruleId: rule.id }, body: draft })
          : adding.send({ body: draft })
      }
    >
      <TextField
        label={t('notifications.name')}
        value={draft.name}
        maxLength={120}
        onChange={(name) => change({ name })}
      />
      <ManyField
        label={t('notifications.eventsLabel')}
        chosen={draft.events}
        choices={NOTICE_EVENTS.map((name) => ({
          value: name,
          name: t(`notifications.events.${eventKey(name)}`),
        }))}
        onChange={(chosen) => change({ events: chosen.filter(isEvent) })}
      />
      {mayManage && (
        <Checkbox
          label={t('notifications.isMine')}
          isChecked={draft.isMine}
          onChange={(isMine) => change({ isMine })}
        />
      )}
      {!draft.isMine && <Audience draft={draft} onChange={change} />}
      <RuleWays draft={draft} mayManage={mayManage} onChange={change} />
      <Checkbox
        label={t('notifications.isOn')}
        isChecked={draft.isOn}
        onChange={(isOn) => change({ isOn })}
      />
      {missing === undefined && <RulePreview draft={draft} />}
      {rule && (
        <div>
          <Button
            variant="danger"
            isBusy={removing.isBusy}
            onClick={() => removing.send({ params: { ruleId: rule.id } })}
          >
            {t('notifications.remove')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}

type PartProps = {
  readonly draft: RuleFields
  readonly onChange: (changes: Partial<RuleFields>) => void
}

function Audience({ draft, onChange }: PartProps) {
  const t = useT()
  const colleagues = useQuery(people).data?.people.filter(({ isActive }) => isActive) ?? []
  return (
    <>
      <ManyField
        label={t('notifications.people')}
        chosen={draft.people}
        choices={AUDIENCES.map((who) => ({
          value: who,
          name: t(`notifications.audiences.${who}`),
        }))}
        onChange={(chosen) => onChange({ people: chosen.filter(isAudience) })}
      />
      {draft.people.includes('named') && (
        <ManyField
          label={t('notifications.named')}
          chosen={draft.named}
          choices={colleagues.map(({ id, name }) => ({ value: id, name }))}
          onChange={(named) => onChange({ named })}
        />
      )}
    </>
  )
}
