import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight, Plus } from 'lucide-react'
import { useState } from 'react'

import { TONES } from '#contract/talking/templates'

import { may, useMember } from '../../../api/session.ts'
import type { Action } from '../../../frame/action.ts'
import { ActionButton } from '../../../frame/ActionButton.tsx'
import { useActions } from '../../../frame/actions.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import { Section } from '../../../ui/Section.tsx'
import { NewTemplate } from './NewTemplate.tsx'
import { nameOfTemplate } from './template-name.ts'
import { type TemplateRow, templates } from './templates.ts'

/** The texts that messages are written from, by their tone. */
export function TemplateList() {
  const t = useT()
  const canEdit = may(useMember(), 'templates.edit')
  const [isAdding, setAdding] = useState(false)
  const add: Action = {
    id: 'templates.add',
    name: t('templates.add'),
    group: 'page',
    keys: 'n',
    icon: Plus,
    whyNot: canEdit ? undefined : t('templates.whyNotEdit'),
    run: () => setAdding(true),
  }
  useActions([add])
  return (
    <>
      <Loaded query={useQuery(templates)} rows={12}>
        {({ templates: all }) =>
          TONES.map((tone) => {
            const mine = all.filter((template) => template.tone === tone)
            return (
              mine.length > 0 && (
                <Section
                  key={tone}
                  title={t(`templates.tones.${tone}`)}
                  text={t(`templates.toneTexts.${tone}`)}
                >
                  <ul className="overflow-hidden rounded-8 bg-surface shadow-raised">
                    {mine.map((template) => (
                      <TemplateLine key={template.key} template={template} />
                    ))}
                  </ul>
                </Section>
              )
            )
          })
        }
      </Loaded>
      <div className="pt-4">
        <ActionButton action={add} hasIcon />
      </div>
      {isAdding && <NewTemplate onClose={() => setAdding(false)} />}
    </>
  )
}

function TemplateLine({ template }: { readonly template: TemplateRow }) {
  const t = useT()
  const { key, languages, changedAt, isArchived, needs } = template
  return (
    <li className="border-b border-line last:border-b-0">
      <Link
        to="/settings/templates/$key"
        params={{ key }}
        className="flex min-h-14 items-center gap-3 px-4 py-2 text-13 -outline-offset-2 hover:bg-hover"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium">{nameOfTemplate(template)}</span>
          <span className="block text-12 text-soft">
            {languages.join(', ').toUpperCase()}
            {' · '}
            {changedAt === null ? (
              t('templates.asShipped')
            ) : (
              <>
                {t('templates.changed')} <InstantText at={changedAt} />
              </>
            )}
          </span>
        </span>
        {needs.map((need) => (
          <span key={need} className="max-sm:hidden">
            <Chip>{t(`templates.needs.${need}`)}</Chip>
          </span>
        ))}
        {isArchived && <Chip>{t('templates.archived')}</Chip>}
        <ChevronRight size={16} aria-hidden className="shrink-0 text-faint" />
      </Link>
    </li>
  )
}
