import { useQuery } from '@tanstack/react-query'
import { Clock, History } from 'lucide-react'
import { Suspense, useState } from 'react'

import { later } from '../../../api/later.ts'
import { ActionButton } from '../../../frame/ActionButton.tsx'
import { type T, useT, withWholeTexts } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { weekDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import type { DeskActions } from '../desk/use-desk.tsx'
import { ballAction } from './ball-action.ts'
import { type Ball, ballOf } from './ball.ts'
import { BallHistory } from './BallHistory.tsx'
import { BallNote } from './BallNote.tsx'

const BallOffer = later(async () => ({
  default: (await withWholeTexts(import('./BallOffer.tsx'))).BallOffer,
}))

type BallStripProps = { readonly customerId: string; readonly actions: DeskActions }

/** The ball's clock, what it means for finance, why it was taken, and what can be done with it. */
export function BallStrip({ customerId, actions }: BallStripProps) {
  const t = useT()
  const { locale } = useReader()
  const [isOpen, setOpen] = useState(false)
  const { data: ball } = useQuery(ballOf(customerId))
  const action = ballAction(actions)
  const canDo = action.whyNot === undefined
  if (!ball || (ball.history.length === 0 && !canDo && !ball.offer)) return null
  return (
    <div className="mt-2 flex flex-col gap-2">
      {ball.now && (
        <div className="flex items-start gap-2.5 rounded-8 bg-brand-soft px-3 py-2 text-13">
          <Clock size={16} aria-hidden className="mt-0.5 shrink-0 text-brand" />
          <div className="min-w-0">
            <p>{clockText(t, ball, locale)}</p>
            <BallNote held={ball.now} />
          </div>
        </div>
      )}
      {ball.offer && (
        <Suspense>
          <BallOffer customerId={customerId} offer={ball.offer} />
        </Suspense>
      )}
      <div className="flex flex-wrap gap-2 print:hidden">
        {/* Where there is room, the bar at the foot has it. */}
        <span className="lg:hidden">{canDo && <ActionButton action={action} hasIcon />}</span>
        {ball.history.length > 0 && (
          <Button
            variant="quiet"
            icon={<History size={16} aria-hidden />}
            onClick={() => setOpen(true)}
          >
            {t('balls.history.open', { count: ball.history.length })}
          </Button>
        )}
      </div>
      {isOpen && <BallHistory history={ball.history} onClose={() => setOpen(false)} />}
    </div>
  )
}

function clockText(t: T, { now, businessDaysLeft }: Ball, locale: string): string {
  if (!now) return ''
  if (now.kind === 'legal') return t('balls.clock.legal')
  const day = weekDay(now.returnsOn, locale)
  const left = businessDaysLeft ?? 0
  return left === 0
    ? t('balls.clock.today', { day })
    : t('balls.clock.until', { day, days: t('balls.daysLeft', { count: left }) })
}
