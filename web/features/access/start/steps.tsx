import type { ReactNode } from 'react'

import { languageNames } from '../../../language/names.ts'
import { currentLanguage, speak, useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import {
  countryChoices,
  countryName,
  currencyChoices,
  currencyOf,
  timeZoneChoices,
} from '../../../ui/format/places.ts'
import { PasswordField } from '../PasswordField.tsx'
import { currentLanguageOptions } from '../person.ts'
import { type Draft, LONGEST, type problemsOf } from './draft.ts'

type StepProps = {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
  readonly problems: ReturnType<typeof problemsOf>
}

/** A new step is read from its head, and the next key reaches its first field. */
function goThere(element: HTMLElement | null): void {
  element?.focus()
}

function StepHead({ title, text }: { readonly title: string; readonly text: ReactNode }) {
  return (
    <div>
      <h2 ref={goThere} tabIndex={-1} className="text-20 font-strong outline-none">
        {title}
      </h2>
      <p className="mt-1 text-13 text-soft">{text}</p>
    </div>
  )
}

export function OrganisationStep({ draft, onChange, problems }: StepProps) {
  const t = useT()
  const { organisation } = draft
  return (
    <>
      <StepHead title={t('access.start.organisation')} text={t('access.start.organisationText')} />
      <TextField
        label={t('access.start.organisationName')}
        autoComplete="organization"
        maxLength={LONGEST.name}
        value={organisation.name}
        error={problems.includes('name') ? t('ui.required') : undefined}
        onChange={(name) => onChange({ ...draft, organisation: { ...organisation, name } })}
      />
      <Select
        label={t('access.start.language')}
        hint={t('access.start.languageHint')}
        value={organisation.language}
        options={currentLanguageOptions}
        onChange={(language) => {
          void speak(language)
          onChange({ ...draft, organisation: { ...organisation, language } })
        }}
      />
    </>
  )
}

export function EntityStep({ draft, onChange, problems }: StepProps) {
  const t = useT()
  const { legalEntity } = draft
  const change = (part: Partial<Draft['legalEntity']>) =>
    onChange({ ...draft, legalEntity: { ...legalEntity, ...part } })
  const locale = currentLanguage()
  return (
    <>
      <StepHead title={t('access.start.entity')} text={t('access.start.entityText')} />
      <TextField
        label={t('access.start.entityName')}
        maxLength={LONGEST.name}
        value={legalEntity.name}
        error={problems.includes('entity') ? t('ui.required') : undefined}
        onChange={(name) => change({ name })}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          label={t('access.start.country')}
          value={legalEntity.country}
          options={countryChoices(locale)}
          onChange={(country) => change({ country, currency: currencyOf(country) })}
        />
        <TextField
          label={t('access.start.region')}
          isOptional
          hint={t('access.start.regionHint')}
          maxLength={LONGEST.region}
          value={legalEntity.region ?? ''}
          onChange={(region) => change({ region: region.toUpperCase() })}
        />
        <Select
          label={t('access.start.currency')}
          value={legalEntity.currency}
          options={currencyChoices(locale)}
          onChange={(currency) => change({ currency })}
        />
        <Select
          label={t('access.start.timeZone')}
          value={legalEntity.timeZone}
          options={timeZoneChoices()}
          onChange={(timeZone) => change({ timeZone })}
        />
      </div>
    </>
  )
}

export function PersonStep({ draft, onChange, problems }: StepProps) {
  const t = useT()
  const { administrator } = draft
  const change = (part: Partial<Draft['administrator']>) =>
    onChange({ ...draft, administrator: { ...administrator, ...part } })
  return (
    <>
      <StepHead title={t('access.start.person')} text={t('access.start.personText')} />
      <TextField
        label={t('access.start.personName')}
        hint={t('access.start.personNameHint')}
        autoComplete="name"
        maxLength={LONGEST.name}
        value={administrator.name}
        error={problems.includes('person') ? t('ui.required') : undefined}
        onChange={(name) => change({ name })}
      />
      <TextField
        label={t('access.signIn.email')}
        type="email"
        autoComplete="username"
        maxLength={LONGEST.email}
        value={administrator.email}
        error={problems.includes('email') ? t('refusals.malformed_email') : undefined}
        onChange={(email) => change({ email })}
      />
      <PasswordField
        label={t('access.signIn.password')}
        autoComplete="new-password"
        hint={t('access.start.passwordHint')}
        value={administrator.password}
        error={problems.includes('password') ? t('access.start.passwordShort') : undefined}
        onChange={(password) => change({ password })}
      />
    </>
  )
}

export function CheckStep({ draft }: { readonly draft: Draft }) {
  const t = useT()
  const { organisation, legalEntity, administrator } = draft
  return (
    <>
      <StepHead title={t('access.start.check')} text={t('access.start.checkText')} />
      <Facts
        facts={[
          { name: t('access.start.organisationName'), value: organisation.name },
          { name: t('access.start.language'), value: languageNames[organisation.language] },
          { name: t('access.start.entityName'), value: legalEntity.name },
          {
            name: t('access.start.country'),
            value: countryName(legalEntity.country, currentLanguage()),
          },
          { name: t('access.start.currency'), value: legalEntity.currency },
          { name: t('access.start.timeZone'), value: legalEntity.timeZone },
          { name: t('access.start.personName'), value: administrator.name },
          { name: t('access.signIn.email'), value: administrator.email },
        ]}
      />
      <Banner tone="test" isBox>
        {t('access.start.testMode')}
      </Banner>
    </>
  )
}
