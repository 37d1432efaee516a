import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { grantMandate } from '#contract/collecting/desk/mandates'
import { addDays, type Day } from '#kernel/day.ts'

import { useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { DateField } from '../../../ui/fields/DateField.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { people } from '../../access/settings.ts'
import { LimitFields } from './LimitFields.tsx'
import type { Mandate } from './mandate.ts'

type GrantDialogProps = {
  readonly customerId: string
  readonly customerName: string
  readonly currency: string
  readonly ownerId: string | null
  readonly mandate: Mandate
  readonly onClose: () => void
}

const USUAL_DAYS = 30
const MOST_DAYS = 365

/** More room for one person with one customer, until a day. */
export function GrantDialog(props: GrantDialogProps) {
  const { customerId, customerName, currency, ownerId, mandate, onClose } = props
  const t = useT()
  const { today } = useReader()
  const { person: me } = useMember()
  const colleagues = (useQuery(people).data?.people ?? []).filter(
    ({ id, isActive }) => isActive && id !== me.id,
  )
  const [chosen, setChosen] = useState<string | null>(ownerId)
  const personId = colleagues.find(({ id }) => id === chosen)?.id ?? colleagues[0]?.id
  const [limits, setLimits] = useState(mandate.limits)
  const [expiresOn, setExpiresOn] = useState<Day | null>(addDays(today, USUAL_DAYS))
  const [reason, setReason] = useState('')
  const { send, isBusy, problem } = useSending(grantMandate, () => {
    say(t('mandates.grant.granted'))
    onClose()
  })
  const isReady = personId !== undefined && expiresOn !== null
  return (
    <FormDialog
      title={t('mandates.grant.title', { name: customerName })}
      text={t('mandates.grant.text', { currency })}
      does={t('mandates.grant.do')}
      whyNot={isReady ? undefined : t('ui.required')}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() => {
        if (personId === undefined || expiresOn === null) return
        send({
          params: { customerId },
          body: { ...limits, personId, currency, expiresOn, reason },
        })
      }}
    >
      <Select
        label={t('mandates.grant.who')}
        value={personId ?? ''}
        options={colleagues.map(({ id, name }) => ({ value: id, name }))}
        onChange={setChosen}
      />
      <DateField
        label={t('mandates.grant.until')}
        day={expiresOn}
        from={today}
        to={addDays(today, MOST_DAYS)}
        onChange={setExpiresOn}
      />
      <LimitFields
        limits={limits}
        onChange={(part) => setLimits((before) => ({ ...before, ...part }))}
      />
      <TextField
        label={t('mandates.grant.reason')}
        isOptional
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  )
}
