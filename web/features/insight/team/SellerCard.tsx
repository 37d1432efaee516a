import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { type DaysFigures, DaysLine } from './DaysLine.tsx'
import { MatterRows } from './MatterRows.tsx'
import { matters, type Team, type TeamSeller, waitingOf } from './team.ts'

type SellerCardProps = {
  readonly one: TeamSeller
  readonly spans: Omit<Team, 'sellers'>
  readonly figures: readonly DaysFigures[]
}

export function SellerCard({ one, spans, figures }: SellerCardProps) {
  const t = useT()
  const { seller, counts } = one
  return (
    <Card title={seller?.name ?? t('team.nobody')} className="h-full">
      {waitingOf(one) === 0 ? (
        <p className="text-13 text-soft">{t('team.nothing')}</p>
      ) : (
        <ul className="-mx-2">
          {matters
            .filter((matter) => counts[matter] > 0)
            .map((matter) => (
              <li key={matter}>
                <MatterRows
                  matter={matter}
                  sellerId={seller?.id ?? null}
                  count={counts[matter]}
                  spans={spans}
                />
              </li>
            ))}
        </ul>
      )}
      {figures.map((row) => (
        <div key={row.currency} className="mt-3 border-t border-line pt-3">
          <DaysLine row={row} seller={seller?.id ?? 'none'} />
        </div>
      ))}
    </Card>
  )
}
