import { CircleAlert } from 'lucide-react'

import { type T, useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import type { TemplateFinding } from './templates.ts'

type TemplateFindingsProps = {
  readonly findings: readonly TemplateFinding[]
  readonly onCorrect: (finding: TemplateFinding) => void
}

/** Everything that is wrong with a text, where, and how it was probably meant. */
export function TemplateFindings({ findings, onCorrect }: TemplateFindingsProps) {
  const t = useT()
  if (findings.length === 0) return null
  return (
    <section
      aria-label={t('templates.findings')}
      aria-live="polite"
      className="rounded-8 bg-act-soft text-13"
    >
      <ul>
        {findings.map((finding) => (
          <li
            key={`${finding.code}/${finding.part}/${finding.line}/${finding.column}/${finding.value}`}
            className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2"
          >
            <CircleAlert size={16} aria-hidden className="shrink-0 text-act" />
            <span className="min-w-48 flex-1">
              {t(`templates.codes.${finding.code}`, { value: finding.value })}
              <span className="block text-12 text-soft">{placeText(t, finding)}</span>
            </span>
            {finding.suggestion !== null && finding.suggestion !== finding.value && (
              <Button onClick={() => onCorrect(finding)}>
                {t('templates.correct', { suggestion: finding.suggestion })}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function placeText(t: T, { part, line, column }: TemplateFinding): string {
  const place = t(`templates.parts.${part}`)
  if (line === null) return place
  return column === null
    ? t('templates.atLine', { place, line })
    : t('templates.atColumn', { place, line, column })
}
