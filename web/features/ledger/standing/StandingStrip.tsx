import { clsx } from 'clsx'
import { Suspense } from 'react'

import { later } from '../../../api/later.ts'
import { useT, withWholeTexts } from '../../../language/texts.ts'
import { Figure } from '../../../ui/Figure.tsx'
import { Money } from '../../../ui/Money.tsx'
import { Skeleton } from '../../../ui/Skeleton.tsx'
import { parts, type StandingPart } from './parts.ts'

const StandingArithmetic = later(async () => ({
  default: (await withWholeTexts(import('./StandingArithmetic.tsx'))).StandingArithmetic,
}))

export type Standing = {
  readonly currency: string
  readonly owedMinor: number
  readonly overdueMinor: number
  readonly promisedMinor: number
  readonly disputedMinor: number
  readonly creditMinor: number
  readonly onAccountMinor: number
}

type StandingStripProps = {
  readonly customerId: string
  readonly standings: readonly Standing[]
  readonly size?: 'normal' | 'large'
}

/** What is owed and what of it is late, promised or disputed; one line a currency, each opens. */
export function StandingStrip({ customerId, standings, size = 'normal' }: StandingStripProps) {
  return (
    <div className="flex flex-col gap-2">
      {standings.map((standing) => (
        <div key={standing.currency} className="flex flex-wrap gap-x-4 gap-y-2">
          {partsOf(standing).map((part) => (
            <StandingFigure
              key={part}
              part={part}
              size={size}
              customerId={customerId}
              standing={standing}
            />
          ))}
        </div>
      ))}
    </div>
  )
}

/** Credit notes have a figure of their own where there are any. */
function partsOf({ creditMinor }: Standing): readonly StandingPart[] {
  return creditMinor === 0 ? parts.filter((part) => part !== 'credit') : parts
}

type StandingFigureProps = {
  readonly part: StandingPart
  readonly size: 'normal' | 'large'
  readonly customerId: string
  readonly standing: Standing
}

function StandingFigure({ part, size, customerId, standing }: StandingFigureProps) {
  const t = useT()
  const minor = standing[`${part}Minor`]
  const amount = { minor, currency: standing.currency }
  const isMain = part === 'owed' || part === 'overdue'
  const isNothing = minor === 0
  return (
    // On a phone the room belongs to what there is.
    <div className={clsx('min-w-0', isNothing && !isMain && 'max-sm:hidden')}>
      <p className="text-12 text-soft">{t(`standing.${part}`)}</p>
      <Figure
        label={t(`standing.${part}`)}
        arithmetic={() => (
          <Suspense fallback={<Skeleton className="w-full" />}>
            <StandingArithmetic part={part} customerId={customerId} total={amount} />
          </Suspense>
        )}
        className={clsx(
          'font-medium',
          size === 'large' && isMain ? 'text-20 font-strong' : 'text-16',
          // One base line for all, whatever their size.
          size === 'large' && !isMain && 'leading-7',
          isNothing && 'text-faint',
        )}
      >
        <Money amount={amount} isEven={isNothing} />
      </Figure>
    </div>
  )
}
