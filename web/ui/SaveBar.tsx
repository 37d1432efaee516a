import type { ReactNode } from 'react'

import { useT } from '../language/texts.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'

type SaveBarProps = {
  /** What the button will do. */
  readonly does: string
  readonly isChanged: boolean
  readonly isBusy?: boolean | undefined
  readonly whyNot?: string | undefined
  readonly problem?: string | undefined
  readonly onSave: () => void
  readonly onDiscard: () => void
  /** What will be different, before it is saved. */
  readonly children?: ReactNode
}

/** Stays in sight as long as something is not saved, and says what that is. */
export function SaveBar(props: SaveBarProps) {
  const t = useT()
  if (!props.isChanged) return null
  return (
    <div className="sticky bottom-0 z-10 mt-4 animate-rise pb-4 print:hidden">
      <section
        aria-label={t('settings.unsaved')}
        className="flex flex-col gap-3 rounded-8 bg-raised p-3 shadow-over sm:p-4"
      >
        {props.problem !== undefined && (
          <Banner tone="act" isBox>
            {props.problem}
          </Banner>
        )}
        <div className="flex flex-wrap items-center gap-3">
          <div className="min-w-48 flex-1 text-13">
            {props.children ?? <span className="text-soft">{t('settings.unsaved')}</span>}
          </div>
          <div className="flex flex-wrap gap-2">
            <Button onClick={props.onDiscard}>{t('settings.discard')}</Button>
            <Button
              variant="primary"
              isBusy={props.isBusy}
              whyNot={props.whyNot}
              onClick={props.onSave}
            >
              {props.does}
            </Button>
          </div>
        </div>
      </section>
    </div>
  )
}
