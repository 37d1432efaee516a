import { useQuery } from '@tanstack/react-query'

import { SEGMENTS } from '#contract/ledger'
import { changeCustomer } from '#contract/ledger/customers'

import { useMember } from '../../../../api/session.ts'
import { useSending } from '../../../../api/use-sending.ts'
import { currentLanguage, useT } from '../../../../language/texts.ts'
import { MoneyField } from '../../../../ui/fields/MoneyField.tsx'
import { NumberField } from '../../../../ui/fields/NumberField.tsx'
import { Select } from '../../../../ui/fields/Select.tsx'
import { TextArea } from '../../../../ui/fields/TextArea.tsx'
import { TextField } from '../../../../ui/fields/TextField.tsx'
import { languages } from '../../../../ui/format/locale.ts'
import { countryChoices, languageName, timeZoneChoices } from '../../../../ui/format/places.ts'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { say } from '../../../../ui/toasts.ts'
import { useDraft } from '../../../../ui/use-draft.ts'
import { playbooks } from '../../../collecting/playbooks/playbooks.ts'
import type { Customer } from '../../customers/customers.ts'
import { insuranceIn, InsuranceFields } from './InsuranceFields.tsx'

type TermsFormProps = { readonly customer: Customer; readonly onClose: () => void }

const NONE = ''
const OWN = 'own'
const USUAL_DAYS = 30
const MOST_DAYS = 365

/** What was agreed with a customer, and what we know of them, to be changed. */
export function TermsForm({ customer, onClose }: TermsFormProps) {
  const t = useT()
  const form = useDraft(editable(customer))
  const { send, isBusy, problem } = useSending(changeCustomer, () => {
    say(t('customer.terms.saved'))
    onClose()
  })
  const save = () => {
    const { tags, ...rest } = form.changed
    const body = tags === undefined ? rest : { ...rest, tags: tagsOf(tags) }
    send({ params: { customerId: customer.id }, body })
  }
  return (
    <FormDialog
      isSheet
      title={t('customer.terms.editTitle', { name: customer.name })}
      text={t('customer.terms.editText')}
      does={t('customer.terms.save')}
      whyNot={form.isChanged ? undefined : t('customer.terms.unchanged')}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={save}
    >
      <Agreed customer={customer} form={form} />
      <Places form={form} />
      <Known form={form} />
    </FormDialog>
  )
}

function editable(customer: Customer) {
  return {
    termsDays: customer.termsDays,
    creditLimit: customer.creditLimit,
    ...insuranceIn(customer),
    segment: customer.segment,
    playbookId: customer.playbookId,
    language: customer.language,
    country: customer.country,
    timeZone: customer.timeZone,
    legalForm: customer.legalForm,
    vatId: customer.vatId,
    address: customer.address,
    tags: customer.tags.join(', '),
  }
}

type PartProps = { readonly form: ReturnType<typeof useDraft<ReturnType<typeof editable>>> }

function Agreed({ customer, form }: PartProps & { readonly customer: Customer }) {
  const t = useT()
  const { draft, change } = form
  const known = useQuery(playbooks).data?.rows ?? []
  const { organisation } = useMember()
  const { creditLimit, totals } = customer
  const currency = creditLimit?.currency ?? totals[0]?.currency ?? organisation.reportingCurrency
  return (
    <>
      <Select
        label={t('customer.terms.days')}
        value={draft.termsDays === null ? NONE : OWN}
        options={[
          {
            value: NONE,
            name: t('customer.terms.daysUsual', { entity: customer.legalEntity.name }),
          },
          { value: OWN, name: t('customer.terms.daysOwn') },
        ]}
        onChange={(chosen) => change({ termsDays: chosen === NONE ? null : USUAL_DAYS })}
      />
      {draft.termsDays !== null && (
        <NumberField
          label={t('customer.terms.daysNumber')}
          least={0}
          most={MOST_DAYS}
          value={draft.termsDays}
          onChange={(termsDays) => change({ termsDays })}
        />
      )}
      <MoneyField
        isOptional
        label={t('customer.terms.limit')}
        hint={t('customer.terms.limitHint')}
        currency={currency}
        minor={draft.creditLimit?.minor ?? null}
        onChange={(minor) => change({ creditLimit: minor === null ? null : { minor, currency } })}
      />
      <InsuranceFields value={draft} currency={currency} onChange={change} />
      <Select
        label={t('customer.terms.segment')}
        value={draft.segment}
        options={SEGMENTS.map((value) => ({ value, name: t(`customers.segment.${value}`) }))}
        onChange={(segment) => change({ segment })}
      />
      <Select
        label={t('customer.terms.playbook')}
        value={draft.playbookId ?? NONE}
        options={[
          { value: NONE, name: t('customer.terms.playbookSegment') },
          ...known.map(({ id, name }) => ({ value: id, name })),
        ]}
        onChange={(chosen) => change({ playbookId: chosen === NONE ? null : chosen })}
      />
    </>
  )
}

function Places({ form }: PartProps) {
  const t = useT()
  const { draft, change } = form
  const locale = currentLanguage()
  const spoken = [...new Set<string>([...languages, draft.language])]
  return (
    <>
      <Select
        label={t('customer.terms.language')}
        value={draft.language}
        options={spoken.map((value) => ({ value, name: languageName(value, locale) }))}
        onChange={(language) => change({ language })}
      />
      <Select
        label={t('customer.terms.country')}
        value={draft.country}
        options={[{ value: NONE, name: '–' }, ...countryChoices(locale)]}
        onChange={(country) => change({ country })}
      />
      <Select
        label={t('customer.terms.timeZone')}
        hint={t('customer.terms.timeZoneHint')}
        value={draft.timeZone}
        options={timeZoneChoices()}
        onChange={(timeZone) => change({ timeZone })}
      />
    </>
  )
}

function Known({ form }: PartProps) {
  const t = useT()
  const { draft, change } = form
  return (
    <>
      <TextField
        isOptional
        label={t('customer.terms.legalForm')}
        hint={t('customer.terms.legalFormHint')}
        value={draft.legalForm}
        onChange={(legalForm) => change({ legalForm })}
      />
      <TextField
        isOptional
        label={t('customer.terms.vatId')}
        value={draft.vatId}
        onChange={(vatId) => change({ vatId })}
      />
      <TextArea
        isOptional
        label={t('customer.terms.address')}
        value={draft.address}
        onChange={(address) => change({ address })}
      />
      <TextField
        isOptional
        label={t('customer.terms.tags')}
        hint={t('customer.terms.tagsHint')}
        value={draft.tags}
        onChange={(tags) => change({ tags })}
      />
    </>
  )
}

function tagsOf(typed: string): string[] {
  const tags = typed.split(',').map((tag) => tag.trim())
  return [...new Set(tags.filter((tag) => tag !== ''))]
}
