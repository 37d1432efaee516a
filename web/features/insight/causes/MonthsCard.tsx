import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { ChartFrame } from '../../../ui/charts/ChartFrame.tsx'
import { LineChart } from '../../../ui/charts/LineChart.tsx'
import { monthText } from '../../../ui/format/day.ts'
import { numberText } from '../../../ui/format/number.ts'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import type { CausesOfCurrency } from './causes.ts'

/** Whether it becomes better: disputes opened month by month. */
export function MonthsCard({ part: { months, currency } }: { readonly part: CausesOfCurrency }) {
  const t = useT()
  const { locale } = useReader()
  const names = months.map(({ month }) => monthText(month, locale))
  return (
    <Card>
      <ChartFrame
        title={t('causes.byMonth')}
        head={[t('causes.month'), t('causes.count'), t('causes.amount')]}
        rows={months.map(({ count, minor }, index) => [
          names[index],
          count,
          <Money key="amount" amount={{ minor, currency }} />,
        ])}
        chart={
          <LineChart
            label={t('causes.byMonth')}
            points={names}
            valueText={(value) => numberText(Math.round(value), locale)}
            lines={[{ name: t('causes.count'), values: months.map(({ count }) => count) }]}
          />
        }
      />
    </Card>
  )
}
