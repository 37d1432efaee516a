import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { moneyText } from '../../../ui/format/money.ts'
import { useReader } from '../../../ui/reader.ts'
import type { Form } from './form.ts'

type InvoiceChoiceProps = {
  readonly label: string
  readonly items: Form['items']
  readonly chosen: readonly string[]
  readonly onChange: (receivableIds: readonly string[]) => void
  /** Says of which there is nothing that could be sent. */
  readonly hasDocuments?: boolean
}

/** Some of the open invoices; instalments of one are one. */
export function InvoiceChoice(props: InvoiceChoiceProps) {
  const t = useT()
  const { today, locale } = useReader()
  const { label, items, chosen, onChange, hasDocuments = false } = props
  const invoices = [...Map.groupBy(items, ({ receivableId }) => receivableId)]
  const toggle = (id: string, isChosen: boolean) =>
    onChange(isChosen ? [...chosen, id] : chosen.filter((other) => other !== id))
  return (
    <fieldset>
      <legend className="text-13 font-medium">{label}</legend>
      <div className="mt-1 divide-y divide-line">
        {invoices.map(([id, parts]) => {
          const [first] = parts
          if (!first) return null
          const minor = parts.reduce((sum, { openMinor }) => sum + openMinor, 0)
          const of = shortDay(first.issuedOn, today, locale)
          const amount = moneyText({ minor, currency: first.currency }, locale)
          return (
            <Checkbox
              key={id}
              label={`${first.number} · ${amount}`}
              hint={
                hasDocuments && first.documents === 0
                  ? t('outcome.noDocument', { day: of })
                  : t('outcome.issued', { day: of })
              }
              isChecked={chosen.includes(id)}
              onChange={(isChecked) => toggle(id, isChecked)}
            />
          )
        })}
      </div>
    </fieldset>
  )
}
