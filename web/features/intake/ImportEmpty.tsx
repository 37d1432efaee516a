import { Upload } from 'lucide-react'

import { useT } from '../../language/texts.ts'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'

const STEPS = ['export', 'columns', 'drop'] as const

/** What the first file needs, for whoever brings it. */
export function HowToBegin() {
  const t = useT()
  return (
    <Card title={t('imports.begin.title')}>
      <ol className="flex flex-col gap-3 text-13">
        {STEPS.map((step, index) => (
          <li key={step} className="flex gap-3">
            <span className="figures w-4 shrink-0 text-faint">{index + 1}</span>
            <span>
              <span className="block font-medium">{t(`imports.begin.${step}`)}</span>
              <span className="block max-w-160 text-pretty text-soft">
                {t(`imports.begin.${step}Text`)}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** For whoever may only look on. */
export function Nothing() {
  const t = useT()
  return <EmptyState icon={Upload} title={t('imports.none')} text={t('imports.noneText')} />
}
