import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { listPeople } from '#contract/access'
import { changeCustomer } from '#contract/ledger/customers'

import { call } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'
import { useEach } from '../../../api/use-each.ts'
import { useT } from '../../../language/texts.ts'
import { Select } from '../../../ui/fields/Select.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { Progress } from '../../../ui/Progress.tsx'
import { type BulkProps, sayResult } from './bulk.ts'
import { BulkPreview } from './BulkPreview.tsx'

const NOBODY = ''

export function BulkAssign({ customers, onClose, onDone }: BulkProps) {
  const t = useT()
  const people =
    useQuery(asking(listPeople, {})).data?.people.filter(({ isActive }) => isActive) ?? []
  const [collectorId, setCollectorId] = useState(NOBODY)
  const { done, run } = useEach()
  const changing = customers.filter(({ collector }) => (collector?.id ?? NOBODY) !== collectorId)
  const count = changing.length
  const assign = async () => {
    const result = await run(changing, ({ id }) =>
      call(changeCustomer, {
        params: { customerId: id },
        body: { collectorId: collectorId || null },
      }),
    )
    sayResult(result)
    onDone()
    onClose()
  }
  return (
    <FormDialog
      title={t('customers.bulk.assignTitle', { count: customers.length })}
      does={t('customers.bulk.do', { count })}
      whyNot={count === 0 ? t('customers.bulk.same', { count: customers.length }) : undefined}
      isBusy={done !== null}
      onClose={onClose}
      onSubmit={() => void assign()}
    >
      <Select
        label={t('desk.assign.collector')}
        value={collectorId}
        options={[
          { value: NOBODY, name: t('desk.assign.nobody') },
          ...people.map(({ id, name }) => ({ value: id, name })),
        ]}
        onChange={setCollectorId}
      />
      <BulkPreview
        changing={changing}
        others={
          count < customers.length
            ? t('customers.bulk.same', { count: customers.length - count })
            : undefined
        }
      />
      {done !== null && (
        <Progress label={t('customers.bulk.assign')} share={done / Math.max(1, count)} />
      )}
    </FormDialog>
  )
}
