import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { changeTemplate } from '#contract/talking/templates'

import { may, useMember } from '../../../api/session.ts'
import { useCalling } from '../../../api/use-calling.ts'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { languages } from '../../../ui/format/locale.ts'
import { languageName } from '../../../ui/format/places.ts'
import { InstantText } from '../../../ui/InstantText.tsx'
import { Tabs } from '../../../ui/Tabs.tsx'
import { say } from '../../../ui/toasts.ts'
import { nameOfTemplate } from './template-name.ts'
import { TemplateEditor } from './TemplateEditor.tsx'
import type { Template, TemplateText } from './templates.ts'

type TemplateViewProps = {
  readonly template: Template
  readonly language: string | undefined
  readonly onLanguage: (language: string) => void
}

/** One template in all its languages. */
export function TemplateView({ template, language, onLanguage }: TemplateViewProps) {
  const t = useT()
  const offered = [...new Set<string>([...languages, ...template.languages])]
  const chosen = language ?? currentLanguage()
  const current = offered.includes(chosen) ? chosen : 'en'
  const text = template.texts.find((known) => known.language === current) ?? null
  return (
    <div className="flex flex-col gap-4">
      <Head template={template} />
      <Tabs
        label={t('templates.languages')}
        current={current}
        onChange={onLanguage}
        tabs={offered.map((name) => ({
          name,
          title: template.languages.includes(name)
            ? languageName(name, currentLanguage())
            : t('templates.missingLanguage', { language: languageName(name, currentLanguage()) }),
        }))}
      >
        <div className="flex flex-col gap-4 pt-4">
          <Origin text={text} />
          <TemplateEditor
            key={`${template.key}/${current}`}
            templateKey={template.key}
            language={current}
            text={text}
          />
        </div>
      </Tabs>
    </div>
  )
}

function Head({ template }: { readonly template: Template }) {
  const t = useT()
  const calling = useCalling()
  const canEdit = may(useMember(), 'templates.edit')
  const { key, tone, needs, isArchived } = template
  const archive = async () => {
    const body = { isArchived: !isArchived }
    if (await calling(changeTemplate, { params: { key }, body })) {
      say(isArchived ? t('templates.broughtBack') : t('templates.archivedSaid'))
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Link
        to="/settings/templates"
        aria-label={t('templates.back')}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <ArrowLeft size={16} aria-hidden />
      </Link>
      <h2 className="min-w-0 text-16 font-strong">{nameOfTemplate(template)}</h2>
      <Chip>{t(`templates.tones.${tone}`)}</Chip>
      {needs.map((need) => (
        <Chip key={need}>{t(`templates.needs.${need}`)}</Chip>
      ))}
      <span className="flex-1" />
      {canEdit && (
        <Button variant="quiet" onClick={() => void archive()}>
          {isArchived ? t('templates.bringBack') : t('templates.archive')}
        </Button>
      )}
      {isArchived && (
        <div className="w-full">
          <Banner tone="soon" isBox>
            {t('templates.isArchived')}
          </Banner>
        </div>
      )}
    </div>
  )
}

function Origin({ text }: { readonly text: TemplateText | null }) {
  const t = useT()
  if (text === null) return <Banner isBox>{t('templates.noText')}</Banner>
  return (
    <p className="text-12 text-faint">
      {text.writtenAt === null || text.revision === 0 ? (
        t('templates.asShipped')
      ) : (
        <>
          {t('templates.revision', { revision: text.revision, name: text.writtenBy ?? '' })}{' '}
          <InstantText at={text.writtenAt} />
        </>
      )}
    </p>
  )
}
