import { useQuery } from '@tanstack/react-query'

import { changePolicy } from '#contract/access'

import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { useReader } from '../../../ui/reader.ts'
import { SaveBar } from '../../../ui/SaveBar.tsx'
import { Section } from '../../../ui/Section.tsx'
import { say } from '../../../ui/toasts.ts'
import { type DraftOf, useDraft } from '../../../ui/use-draft.ts'
import { organisation, type OrganisationReply } from '../settings.ts'
import { GROUP_NAMES, GROUPS, isDefault, type PolicyName, type PolicyValues } from './fields.ts'
import { PolicyRow } from './PolicyRow.tsx'
import { valueText } from './value-text.ts'

/** The limits that every run keeps, each with what it does and what holds where nobody has chosen. */
export function Policy() {
  return (
    <Loaded query={useQuery(organisation)} rows={12}>
      {(saved) => <Chapter organisation={saved} />}
    </Loaded>
  )
}

function Chapter({ organisation: saved }: { readonly organisation: OrganisationReply }) {
  const t = useT()
  const canChange = may(useMember(), 'organisation.settings')
  const values = useDraft(saved.policy)
  const { send, isBusy, problem } = useSending(changePolicy, () => {
    values.discard()
    say(t('settings.saved'))
  })
  return (
    <>
      {!canChange && (
        <div className="mb-4">
          <Banner isBox>{t('settings.readOnly')}</Banner>
        </div>
      )}
      {GROUP_NAMES.map((group) => (
        <Section
          key={group}
          title={t(`policy.groups.${group}`)}
          text={t(`policy.groupTexts.${group}`)}
        >
          <ul className="rounded-8 bg-surface shadow-raised">
            {GROUPS[group].map((name) => (
              <PolicyRow
                key={name}
                name={name}
                values={values.draft}
                defaults={saved.defaults}
                onChange={values.change}
                canChange={canChange}
                usualCurrency={saved.reportingCurrency}
              />
            ))}
          </ul>
        </Section>
      ))}
      <SaveBar
        does={t('policy.save')}
        isChanged={values.isChanged}
        isBusy={isBusy}
        problem={problem}
        onDiscard={values.discard}
        onSave={() => send({ body: bodyOf(values, saved.defaults) })}
      >
        <Changes before={saved.policy} values={values} />
      </SaveBar>
    </>
  )
}

/** What is chosen as it would be by default is not kept as a choice: it moves with the default. */
function bodyOf({ changed, draft }: DraftOf<PolicyValues>, defaults: PolicyValues) {
  const kept = namesOf(changed).filter((name) => !isDefault(name, draft, defaults))
  const again = namesOf(changed).filter((name) => isDefault(name, draft, defaults))
  return {
    ...Object.fromEntries(kept.map((name) => [name, draft[name]])),
    ...Object.fromEntries(again.map((name) => [name, null])),
  }
}

function namesOf(changed: Partial<PolicyValues>): PolicyName[] {
  return GROUP_NAMES.flatMap((group): readonly PolicyName[] => GROUPS[group]).filter(
    (name) => name in changed,
  )
}

type ChangesProps = {
  readonly before: PolicyValues
  readonly values: DraftOf<PolicyValues>
}

/** What will be different, old beside new. */
function Changes({ before, values }: ChangesProps) {
  const t = useT()
  const { locale } = useReader()
  return (
    <ul aria-live="polite" className="flex max-h-40 flex-col gap-1 overflow-y-auto">
      {namesOf(values.changed).map((name) => (
        <li key={name}>
          <span className="text-soft">{t(`policy.names.${name}`)}: </span>
          {t('policy.fromTo', {
            before: valueText(t, name, before, locale),
            after: valueText(t, name, values.draft, locale),
          })}
        </li>
      ))}
    </ul>
  )
}
