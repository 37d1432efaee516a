import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { Money } from '../../../ui/Money.tsx'
import type { Dispute } from './disputes.ts'

/** What of the invoice is in dispute and what stays collectable, as a sum. */
export function DisputeAmounts({ dispute }: { readonly dispute: Dispute }) {
  const t = useT()
  const { total, open, disputed, collectable } = dispute.invoice
  const lines = [
    ['total', total],
    ['open', open],
    ['disputed', { ...disputed, minor: -disputed.minor }],
  ] as const
  return (
    <Card title={t('disputes.amounts.title')}>
      <dl className="text-13">
        {lines.map(([name, amount]) => (
          <div key={name} className="flex justify-between gap-4 py-1">
            <dt className="text-soft">{t(`disputes.amounts.${name}`)}</dt>
            <dd>
              <Money amount={amount} isAligned />
            </dd>
          </div>
        ))}
        <div className="mt-1 flex justify-between gap-4 border-t border-line-strong pt-2 font-strong">
          <dt>{t('disputes.amounts.collectable')}</dt>
          <dd>
            <Money amount={collectable} isAligned />
          </dd>
        </div>
      </dl>
      <p className="mt-2 text-12 text-faint">{t('disputes.amounts.hint')}</p>
    </Card>
  )
}
