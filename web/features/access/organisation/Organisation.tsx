import { useQuery } from '@tanstack/react-query'

import { changeOrganisation } from '#contract/access'

import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { currencyChoices, timeZoneChoices } from '../../../ui/format/places.ts'
import { SaveBar } from '../../../ui/SaveBar.tsx'
import { Section } from '../../../ui/Section.tsx'
import { say } from '../../../ui/toasts.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { currentLanguageOptions } from '../person.ts'
import { organisation, type OrganisationReply } from '../settings.ts'
import { TestMode } from './TestMode.tsx'

/** The organisation as its people know it, and whether its messages reach customers. */
export function Organisation() {
  return (
    <Loaded query={useQuery(organisation)}>{(saved) => <Chapter organisation={saved} />}</Loaded>
  )
}

function Chapter({ organisation: saved }: { readonly organisation: OrganisationReply }) {
  const t = useT()
  return (
    <>
      <Section title={t('settings.testMode.title')} text={t('settings.testMode.text')}>
        <TestMode organisation={saved} />
      </Section>
      <Section title={t('settings.organisation.title')} text={t('settings.organisation.text')}>
        <Names organisation={saved} />
      </Section>
    </>
  )
}

function Names({ organisation: saved }: { readonly organisation: OrganisationReply }) {
  const t = useT()
  const canChange = may(useMember(), 'organisation.settings')
  const { name, language, timeZone, reportingCurrency } = saved
  const { draft, changed, change, isChanged, discard } = useDraft({
    name,
    language,
    timeZone,
    reportingCurrency,
  })
  const { send, isBusy, problem } = useSending(changeOrganisation, () => {
    discard()
    say(t('settings.saved'))
  })
  return (
    <>
      <fieldset disabled={!canChange} className="flex max-w-130 flex-col gap-4">
        <legend className="sr-only">{t('settings.organisation.title')}</legend>
        <TextField
          label={t('settings.organisation.name')}
          value={draft.name}
          error={draft.name.trim() === '' ? t('ui.required') : undefined}
          onChange={(next) => change({ name: next })}
        />
        <Select
          label={t('settings.organisation.language')}
          hint={t('settings.organisation.languageHint')}
          value={draft.language}
          options={currentLanguageOptions}
          onChange={(next) => change({ language: next })}
        />
        <Select
          label={t('settings.organisation.timeZone')}
          hint={t('settings.organisation.timeZoneHint')}
          value={draft.timeZone}
          options={timeZoneChoices()}
          onChange={(next) => change({ timeZone: next })}
        />
        <Select
          label={t('settings.organisation.currency')}
          hint={t('settings.organisation.currencyHint')}
          value={draft.reportingCurrency}
          options={currencyChoices(currentLanguage())}
          onChange={(next) => change({ reportingCurrency: next })}
        />
      </fieldset>
      {!canChange && <p className="mt-3 text-13 text-faint">{t('settings.readOnly')}</p>}
      <SaveBar
        does={t('settings.save')}
        isChanged={isChanged}
        isBusy={isBusy}
        problem={problem}
        whyNot={draft.name.trim() === '' ? t('ui.required') : undefined}
        onDiscard={discard}
        onSave={() => send({ body: changed })}
      />
    </>
  )
}
