import {
  JURISDICTIONS,
  RECORD_KINDS,
  TALK_CHANNELS,
} from '#contract/collecting/desk/records/drafts'
import { isDay } from '#kernel/day.ts'

import { languageNames } from '../../../language/names.ts'
import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { ChoiceTiles } from '../../../ui/fields/ChoiceTiles.tsx'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { moneyText } from '../../../ui/format/money.ts'
import { useReader } from '../../../ui/reader.ts'
import { LimitationSource } from './LimitationSource.tsx'
import type { Beginning } from './records.ts'
import type { Form } from './use-draft-record.ts'

type FieldsProps = {
  readonly beginning: Beginning
  readonly form: Form
  readonly change: (part: Partial<Form>) => void
}

const LANGUAGES = ['en', 'de', 'fr', 'es'] as const

/** What kind, in which language and by whose law, and who signs. */
export function KindFields({ beginning, form, change }: FieldsProps) {
  const t = useT()
  const limitation = beginning.limitation.find(
    ({ jurisdiction }) => jurisdiction === form.jurisdiction,
  )
  return (
    <div className="flex flex-col gap-4">
      <ChoiceTiles
        label={t('records.kind')}
        value={form.kind}
        options={RECORD_KINDS.map((value) => ({ value, name: t(`records.kinds.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <p className="text-13 text-soft">{t(`records.kindTexts.${form.kind}`)}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Select
          label={t('records.language')}
          value={form.language}
          options={LANGUAGES.map((value) => ({ value, name: languageNames[value] }))}
          onChange={(language) => change({ language })}
        />
        <Select
          label={t('records.jurisdiction')}
          value={form.jurisdiction}
          options={JURISDICTIONS.map((value) => ({
            value,
            name: t(`records.jurisdictions.${value}`),
          }))}
          onChange={(jurisdiction) => change({ jurisdiction })}
        />
      </div>
      {form.kind === 'acknowledgement' && limitation && (
        <LimitationSource limitation={limitation} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('records.signerName')}
          value={form.name}
          maxLength={120}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t('records.signerRole')}
          isOptional
          value={form.role}
          maxLength={120}
          onChange={(role) => change({ role })}
        />
      </div>
      <TextField
        label={t('records.signerAddress')}
        hint={t('records.signerAddressHint')}
        isOptional
        type="email"
        value={form.address}
        maxLength={254}
        onChange={(address) => change({ address })}
      />
    </div>
  )
}

/** The conversation: when, how, where, what was said and agreed. */
export function TalkFields({ beginning, form, change }: FieldsProps) {
  const t = useT()
  const { talk } = form
  const set = (part: Partial<Form['talk']>) => change({ talk: { ...talk, ...part } })
  const isShown = form.kind === 'conversation' || form.hasTalk
  return (
    <div className="flex flex-col gap-4">
      {form.kind === 'acknowledgement' && (
        <Checkbox
          label={t('records.withTalk')}
          isChecked={form.hasTalk}
          onChange={(hasTalk) => change({ hasTalk })}
        />
      )}
      {isShown && (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <DateField
              label={t('records.talkOn')}
              day={isDay(talk.on) ? talk.on : null}
              to={beginning.today}
              onChange={(on) => set({ on: on ?? beginning.today })}
            />
            <Select
              label={t('records.talkChannel')}
              value={talk.channel}
              options={TALK_CHANNELS.map((value) => ({
                value,
                name: t(`records.channels.${value}`),
              }))}
              onChange={(channel) => set({ channel })}
            />
          </div>
          <TextField
            label={t('records.talkWhere')}
            isOptional
            value={talk.where ?? ''}
            maxLength={200}
            onChange={(where) => set({ where })}
          />
          <TextArea
            label={t('records.talkSaid')}
            hint={t('records.inTheirLanguage')}
            isOptional
            value={talk.said ?? ''}
            maxLength={2000}
            onChange={(said) => set({ said })}
          />
          <TextArea
            label={t('records.talkAgreed')}
            isOptional
            value={talk.agreed ?? ''}
            maxLength={2000}
            onChange={(agreed) => set({ agreed })}
          />
        </>
      )}
    </div>
  )
}

/** Which documents it is about; the disputed part of each is left out by itself. */
export function ItemFields({ beginning, form, change }: FieldsProps) {
  const t = useT()
  const { locale, today } = useReader()
  if (beginning.items.length === 0)
    return <p className="text-13 text-soft">{t('records.noItems')}</p>
  const toggle = (id: string, isChosen: boolean) => {
    const items = new Set(form.items)
    if (isChosen) items.add(id)
    else items.delete(id)
    change({ items })
  }
  return (
    <fieldset className="flex flex-col">
      <legend className="sr-only">{t('records.items')}</legend>
      {beginning.items.map(({ openItemId, number, open, dueOn, disputedMinor }) => (
        <Checkbox
          key={openItemId}
          label={
            <span className="figures">
              {number} · {moneyText(open, locale)}
            </span>
          }
          hint={[
            t('records.dueOn', { day: shortDay(dueOn, today, locale) }),
            disputedMinor > 0 &&
              t('records.disputed', {
                amount: moneyText({ minor: disputedMinor, currency: open.currency }, locale),
              }),
          ]
            .filter(Boolean)
            .join(' · ')}
          isChecked={form.items.has(openItemId)}
          onChange={(isChosen) => toggle(openItemId, isChosen)}
        />
      ))}
    </fieldset>
  )
}

/** The promise or plan that the record repeats in one sentence. */
export function CommitmentField({ beginning, form, change }: FieldsProps) {
  const t = useT()
  const { locale, today } = useReader()
  const options = [
    { value: '', name: t('records.noCommitment') },
    ...beginning.plans.map(({ id, total, instalments, until }) => ({
      value: `plan ${id}`,
      name: t('records.planOption', {
        amount: moneyText(total, locale),
        count: instalments,
        day: shortDay(until, today, locale),
      }),
    })),
    ...beginning.promises.map(({ id, amount, promisedFor }) => ({
      value: `promise ${id}`,
      name: t('records.promiseOption', {
        amount: moneyText(amount, locale),
        day: shortDay(promisedFor, today, locale),
      }),
    })),
  ]
  return (
    <Select
      label={t('records.commitment')}
      hint={t('records.commitmentHint')}
      value={form.commitment}
      options={options}
      onChange={(commitment) => change({ commitment })}
    />
  )
}
