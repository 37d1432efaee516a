import { useT } from '../../language/texts.ts'
import { shortDay } from '../../ui/format/day.ts'
import { moneyText } from '../../ui/format/money.ts'
import { useReader } from '../../ui/reader.ts'
import { InputName } from './InputName.tsx'
import type { Figure, InsightSearch } from './insight.ts'
import { daysText } from './value-text.ts'

type CountBackProps = {
  readonly search: InsightSearch
  readonly figure: Figure
  readonly currency: string
}

/** Month by month back in time until the sales have used up what is owed. */
export function CountBack({ search, figure, currency }: CountBackProps) {
  const t = useT()
  const { locale, today } = useReader()
  const { steps, value } = figure
  return (
    <div className="flex flex-col gap-3">
      <p className="text-12 text-faint">{t('insight.formulas.dso_count_back')}</p>
      {figure.inputs.map((input) => (
        <p key={input.name} className="flex justify-between gap-3 text-13">
          <InputName input={input} search={search} currency={currency} />
          <span className="figures">{moneyText({ minor: input.value, currency }, locale)}</span>
        </p>
      ))}
      <table className="w-full text-13">
        <thead className="text-12 text-soft">
          <tr>
            <th scope="col" className="py-1 text-left font-medium">
              {t('insight.countBack.month')}
            </th>
            <th scope="col" className="py-1 pl-3 text-right font-medium">
              {t('insight.countBack.taken')}
            </th>
            <th scope="col" className="py-1 pl-3 text-right font-medium">
              {t('insight.countBack.days')}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ from, to, takenMinor, countedDays }) => (
            <tr key={from} className="align-baseline">
              <th scope="row" className="figures py-0.5 text-left font-regular text-soft">
                {shortDay(from, today, locale)} – {shortDay(to, today, locale)}
              </th>
              <td className="figures py-0.5 pl-3 text-right">
                {moneyText({ minor: takenMinor, currency }, locale)}
              </td>
              <td className="figures py-0.5 pl-3 text-right">{daysText(countedDays, locale)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t border-line font-strong">
            <th scope="row" colSpan={2} className="pt-1 text-left">
              {t('insight.names.dso_count_back')}
            </th>
            <td className="figures pt-1 text-right">
              {value === null ? '–' : t('insight.units.days', { days: daysText(value, locale) })}
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
