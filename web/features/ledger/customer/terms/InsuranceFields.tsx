import { useT } from '../../../../language/texts.ts'
import { DateField } from '../../../../ui/fields/DateField.tsx'
import { MoneyField } from '../../../../ui/fields/MoneyField.tsx'
import { TextField } from '../../../../ui/fields/TextField.tsx'
import type { Customer } from '../../customers/customers.ts'

export function insuranceIn({ insurance }: Customer) {
  return {
    insurer: insurance?.insurer ?? '',
    insurancePolicy: insurance?.policy ?? '',
    insuranceLimit: insurance?.limit ?? null,
    insuredUntil: insurance?.until ?? null,
  }
}

type Insurance = ReturnType<typeof insuranceIn>

type InsuranceFieldsProps = {
  readonly value: Insurance
  readonly currency: string
  readonly onChange: (part: Partial<Insurance>) => void
}

/** Who insures what the customer owes, how much of it and until when. */
export function InsuranceFields({ value, currency, onChange }: InsuranceFieldsProps) {
  const t = useT()
  const of = value.insuranceLimit?.currency ?? currency
  return (
    <>
      <TextField
        isOptional
        label={t('customer.terms.insurer')}
        hint={t('customer.terms.insurerHint')}
        value={value.insurer}
        onChange={(insurer) => onChange({ insurer })}
      />
      {value.insurer !== '' && (
        <>
          <TextField
            isOptional
            label={t('customer.terms.insurancePolicy')}
            value={value.insurancePolicy}
            onChange={(insurancePolicy) => onChange({ insurancePolicy })}
          />
          <MoneyField
            isOptional
            label={t('customer.terms.insuranceLimit')}
            currency={of}
            minor={value.insuranceLimit?.minor ?? null}
            onChange={(minor) =>
              onChange({ insuranceLimit: minor === null ? null : { minor, currency: of } })
            }
          />
          <DateField
            isOptional
            label={t('customer.terms.insuredUntil')}
            day={value.insuredUntil}
            onChange={(insuredUntil) => onChange({ insuredUntil })}
          />
        </>
      )}
    </>
  )
}
