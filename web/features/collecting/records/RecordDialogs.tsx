import { useState } from 'react'

import { requestSignature, withdrawRecord } from '#contract/collecting/desk/records'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { say } from '../../../ui/toasts.ts'
import type { RecordRead } from './records.ts'

type Props = { readonly record: RecordRead; readonly onClose: () => void }

/** Mails the customer a link to sign; nobody here sees it. */
export function RequestDialog({ record, onClose }: Props) {
  const t = useT()
  const [name, setName] = useState(record.signer.name)
  const [address, setAddress] = useState(record.signer.address)
  const { send, isBusy, problem } = useSending(requestSignature, () => {
    say(t('records.requested'))
    onClose()
  })
  const isReady = name.trim() !== '' && address.includes('@')
  return (
    <FormDialog
      width="narrow"
      title={t('records.requestTitle')}
      text={t('records.requestText')}
      does={t('records.request')}
      isBusy={isBusy}
      problem={problem}
      whyNot={isReady ? undefined : t('ui.required')}
      onClose={onClose}
      onSubmit={() => send({ params: { recordId: record.id }, body: { name, address } })}
    >
      <TextField label={t('records.signerName')} value={name} onChange={setName} />
      <TextField
        label={t('records.signerAddress')}
        type="email"
        value={address}
        onChange={setAddress}
      />
    </FormDialog>
  )
}

export function WithdrawDialog({ record, onClose }: Props) {
  const t = useT()
  const [why, setWhy] = useState('')
  const { send, isBusy, problem } = useSending(withdrawRecord, () => {
    say(t('records.withdrawn'))
    onClose()
  })
  return (
    <FormDialog
      width="narrow"
      title={t('records.withdrawTitle')}
      text={t('records.withdrawText')}
      does={t('records.withdraw')}
      tone="danger"
      isBusy={isBusy}
      problem={problem}
      whyNot={why.trim() === '' ? t('ui.required') : undefined}
      onClose={onClose}
      onSubmit={() => send({ params: { recordId: record.id }, body: { why } })}
    >
      <TextArea label={t('records.why')} value={why} maxLength={500} onChange={setWhy} />
    </FormDialog>
  )
}
