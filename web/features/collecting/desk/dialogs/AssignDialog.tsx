import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { listPeople } from '#contract/access'
import { assignOwner, changeCustomer } from '#contract/ledger/customers'
import type { Day } from '#kernel/day.ts'

import { call } from '../../../../api/call.ts'
import { asking } from '../../../../api/query.ts'
import { sentenceOf } from '../../../../api/sentence.ts'
import { may, useMember } from '../../../../api/session.ts'
import { useT } from '../../../../language/texts.ts'
import { DateField } from '../../../../ui/fields/DateField.tsx'
import { Select } from '../../../../ui/fields/Select.tsx'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { useReader } from '../../../../ui/reader.ts'
import { say } from '../../../../ui/toasts.ts'
import { useBrief } from '../subject.ts'
import type { DeskDialogProps } from './props.ts'

const NOBODY = ''

/** Collector and seller, each where the role allows it. */
export function AssignDialog({ subject, onClose, onDone }: DeskDialogProps) {
  const t = useT()
  const { today } = useReader()
  const member = useMember()
  const client = useQueryClient()
  const brief = useBrief(subject.customerId)
  const people =
    useQuery(asking(listPeople, {})).data?.people.filter(({ isActive }) => isActive) ?? []
  const [collector, setCollector] = useState<string | undefined>(undefined)
  const [owner, setOwner] = useState<string | undefined>(undefined)
  const [fromOn, setFromOn] = useState<Day | null>(today)
  const params = { customerId: subject.customerId }
  const assigning = useMutation({
    mutationFn: async () => {
      if (collector !== undefined)
        await call(changeCustomer, { params, body: { collectorId: collector || null } })
      if (owner !== undefined && fromOn !== null)
        await call(assignOwner, { params, body: { ownerId: owner || null, fromOn } })
    },
    onSuccess: () => {
      const chosen = people.find(({ id }) => id === (collector ?? owner))
      say(
        t('desk.said.assigned', {
          name: subject.name,
          person: chosen?.name ?? t('desk.assign.nobody'),
        }),
      )
      void client.invalidateQueries()
      onDone()
    },
  })
  const options = [
    { value: NOBODY, name: t('desk.assign.nobody') },
    ...people.map(({ id, name, title }) => ({
      value: id,
      name: title === '' ? name : `${name} · ${title}`,
    })),
  ]
  return (
    <FormDialog
      title={t('desk.assign.title', { name: subject.name })}
      does={t('desk.assign.do')}
      whyNot={collector === undefined && owner === undefined ? t('ui.required') : undefined}
      onClose={onClose}
      isBusy={assigning.isPending}
      problem={assigning.error === null ? undefined : sentenceOf(assigning.error)}
      onSubmit={() => assigning.mutate()}
    >
      {may(member, 'customers.edit') && (
        <Select
          label={t('desk.assign.collector')}
          value={collector ?? brief?.collector?.id ?? NOBODY}
          options={options}
          onChange={setCollector}
        />
      )}
      {may(member, 'owners.assign') && (
        <Select
          label={t('desk.assign.owner')}
          value={owner ?? brief?.owner?.id ?? NOBODY}
          options={options}
          onChange={setOwner}
        />
      )}
      {owner !== undefined && (
        <DateField
          label={t('desk.assign.ownerFrom')}
          hint={t('desk.assign.ownerFromHint')}
          day={fromOn}
          onChange={setFromOn}
        />
      )}
    </FormDialog>
  )
}
