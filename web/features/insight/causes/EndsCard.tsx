import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { BarStack } from '../../../ui/charts/BarStack.tsx'
import { ChartFrame } from '../../../ui/charts/ChartFrame.tsx'
import { numberText } from '../../../ui/format/number.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import type { CausesOfCurrency } from './causes.ts'

/** How disputes ended, as one bar of all of them. */
export function EndsCard({ part: { whole, currency } }: { readonly part: CausesOfCurrency }) {
  const t = useT()
  const { locale } = useReader()
  const ends = whole.ends.map((one) => ({ ...one, name: t(`causes.outcomes.${one.end}`) }))
  return (
    <Card>
      <ChartFrame
        title={t('causes.outcomes.title')}
        head={[t('causes.outcomes.title'), t('causes.count'), t('causes.amount')]}
        rows={ends.map(({ name, count, minor }) => [
          name,
          count,
          <Money key="amount" amount={{ minor, currency }} />,
        ])}
        chart={
          <BarStack
            parts={ends.map(({ name, count }) => ({
              name,
              value: count,
              text: numberText(count, locale),
            }))}
          />
        }
      />
    </Card>
  )
}
