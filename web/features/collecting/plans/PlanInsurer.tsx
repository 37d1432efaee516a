import { useQuery } from '@tanstack/react-query'

import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { customerOf } from '../../ledger/customers/customers.ts'

type PlanInsurerProps = {
  readonly customerId: string
  readonly isTold: boolean
  readonly onChange: (isTold: boolean) => void
}

/** An insured debt is put off only when the insurer knows: said before it is sent. */
export function PlanInsurer({ customerId, isTold, onChange }: PlanInsurerProps) {
  const t = useT()
  const insurance = useQuery(customerOf(customerId)).data?.insurance
  if (!insurance?.isInForce) return null
  return (
    <Banner tone="soon" isBox>
      <p>{t('plans.check.insured', { insurer: insurance.insurer })}</p>
      <Checkbox
        label={t('plans.check.insurerTold')}
        hint={t('plans.check.insurerTask')}
        isChecked={isTold}
        onChange={onChange}
      />
    </Banner>
  )
}
