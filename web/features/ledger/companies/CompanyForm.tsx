import { useState } from 'react'

import { changeEntity, createEntity } from '#contract/ledger/legal-entities'

import { useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { NumberField } from '../../../ui/fields/NumberField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import {
  countryChoices,
  currencyChoices,
  currencyOf,
  timeZoneChoices,
} from '../../../ui/format/places.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import type { Company } from './companies.ts'

type CompanyFormProps = { readonly company: Company | null; readonly onClose: () => void }

type Draft = Omit<Company, 'id' | 'today'>

export function CompanyForm({ company, onClose }: CompanyFormProps) {
  const t = useT()
  const { organisation } = useMember()
  const [draft, setDraft] = useState<Draft>(() => company ?? emptyDraft(organisation))
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const done = () => {
    say(t('settings.saved'))
    onClose()
  }
  const creating = useSending(createEntity, done)
  const changing = useSending(changeEntity, done)
  const isIncomplete = draft.name.trim() === '' || draft.code.trim() === ''
  const save = () => {
    const { currency, ...body } = fieldsOf(draft)
    if (company) changing.send({ params: { entityId: company.id }, body })
    else creating.send({ body: { ...body, currency } })
  }
  return (
    <FormDialog
      width="wide"
      title={company ? company.name : t('companies.add')}
      does={company ? t('settings.save') : t('companies.addDo')}
      isBusy={creating.isBusy || changing.isBusy}
      problem={creating.problem ?? changing.problem}
      whyNot={isIncomplete ? t('companies.incomplete') : undefined}
      onClose={onClose}
      onSubmit={save}
    >
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <TextField
          label={t('companies.name')}
          hint={t('companies.nameHint')}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={t('companies.code')}
          hint={t('companies.codeHint')}
          value={draft.code}
          onChange={(code) => change({ code })}
        />
      </div>
      <Place draft={draft} onChange={change} isNew={company === null} />
      <Paper draft={draft} onChange={change} />
    </FormDialog>
  )
}

type PartProps = {
  readonly draft: Draft
  readonly onChange: (part: Partial<Draft>) => void
}

function Place({ draft, onChange, isNew }: PartProps & { readonly isNew: boolean }) {
  const t = useT()
  const { locale } = useReader()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        label={t('companies.country')}
        hint={t('companies.countryHint')}
        value={draft.country}
        options={countryChoices(locale)}
        onChange={(country) =>
          onChange(isNew ? { country, currency: currencyOf(country) } : { country })
        }
      />
      <TextField
        label={t('companies.region')}
        hint={t('access.start.regionHint')}
        isOptional
        value={draft.region}
        onChange={(region) => onChange({ region: region.toUpperCase() })}
      />
      <Select
        label={t('companies.timeZone')}
        hint={t('companies.timeZoneHint')}
        value={draft.timeZone}
        options={timeZoneChoices()}
        onChange={(timeZone) => onChange({ timeZone })}
      />
      {isNew && (
        <Select
          label={t('companies.currency')}
          hint={t('companies.currencyHint')}
          value={draft.currency}
          options={currencyChoices(locale)}
          onChange={(currency) => onChange({ currency })}
        />
      )}
      <NumberField
        label={t('companies.terms')}
        hint={t('companies.termsHint')}
        unit={t('policy.units.days')}
        least={0}
        most={365}
        value={draft.defaultTermsDays}
        onChange={(defaultTermsDays) => onChange({ defaultTermsDays })}
      />
    </div>
  )
}

function Paper({ draft, onChange }: PartProps) {
  const t = useT()
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('companies.vatId')}
          isOptional
          value={draft.vatId}
          onChange={(vatId) => onChange({ vatId })}
        />
        <TextField
          label={t('companies.iban')}
          hint={t('companies.ibanHint')}
          isOptional
          className="figures"
          value={draft.iban}
          onChange={(iban) => onChange({ iban })}
        />
        <TextArea
          label={t('companies.address')}
          hint={t('companies.addressHint')}
          isOptional
          value={draft.address}
          onChange={(address) => onChange({ address })}
        />
        <TextArea
          label={t('companies.paymentDetails')}
          hint={t('companies.paymentDetailsHint')}
          isOptional
          value={draft.paymentDetails}
          onChange={(paymentDetails) => onChange({ paymentDetails })}
        />
      </div>
    </>
  )
}

function fieldsOf(draft: Draft) {
  const { name, code, currency, timeZone, country, region, vatId } = draft
  const { address, paymentDetails, iban, defaultTermsDays } = draft
  const who = { name, code, currency, timeZone, country, region, vatId }
  return { ...who, address, paymentDetails, iban, defaultTermsDays }
}

function emptyDraft(organisation: {
  readonly timeZone: string
  readonly reportingCurrency: string
}): Draft {
  return {
    name: '',
    code: '',
    currency: organisation.reportingCurrency,
    timeZone: organisation.timeZone,
    country: 'FR',
    region: '',
    vatId: '',
    address: '',
    paymentDetails: '',
    iban: '',
    defaultTermsDays: 30,
  }
}
