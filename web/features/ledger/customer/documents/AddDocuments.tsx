import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { addEvidence, EVIDENCE_KINDS } from '#contract/ledger/evidence'

import { callWithFile } from '../../../../api/call.ts'
import { useEach } from '../../../../api/use-each.ts'
import { useT } from '../../../../language/texts.ts'
import { Checkbox } from '../../../../ui/fields/Checkbox.tsx'
import { Select } from '../../../../ui/fields/Select.tsx'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { Progress } from '../../../../ui/Progress.tsx'
import { say } from '../../../../ui/toasts.ts'
import { openItemsOf } from '../../../collecting/desk/subject.ts'

type AddDocumentsProps = {
  readonly customerId: string
  readonly files: readonly File[]
  readonly onClose: () => void
}

const NO_INVOICE = ''

export function AddDocuments({ customerId, files, onClose }: AddDocumentsProps) {
  const t = useT()
  const items = useQuery(openItemsOf(customerId)).data?.rows ?? []
  const invoices = [...new Map(items.map(({ receivableId, number }) => [receivableId, number]))]
  const guess = invoices.find(([, number]) => files.some(({ name }) => name.includes(number)))?.[0]
  const [kind, setKind] = useState<(typeof EVIDENCE_KINDS)[number]>('invoice')
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [isSigned, setSigned] = useState(false)
  const { done, run } = useEach()
  const receivable = chosen ?? guess ?? NO_INVOICE
  const add = (file: File) =>
    callWithFile(addEvidence, file, {
      params: { customerId },
      query: {
        kind,
        signed: isSigned ? 'yes' : 'no',
        ...(receivable === NO_INVOICE ? {} : { receivable }),
      },
    })
  const addAll = async () => {
    const { done: added, failed, reason } = await run(files, add)
    if (added > 0) say(t('customer.documents.added', { count: added }))
    if (failed > 0) say(t('customers.bulk.failed', { count: failed, reason }), { tone: 'act' })
    onClose()
  }
  return (
    <FormDialog
      title={t('customer.documents.add')}
      text={files.map(({ name }) => name).join(' · ')}
      does={t('customer.documents.adding', { count: files.length })}
      isBusy={done !== null}
      onClose={onClose}
      onSubmit={() => void addAll()}
    >
      <Select
        label={t('customer.documents.kind')}
        value={kind}
        options={EVIDENCE_KINDS.map((value) => ({
          value,
          name: t(`customer.documents.kinds.${value}`),
        }))}
        onChange={setKind}
      />
      <Select
        label={t('customer.documents.invoice')}
        value={receivable}
        options={[
          { value: NO_INVOICE, name: t('customer.documents.noInvoice') },
          ...invoices.map(([value, name]) => ({ value, name })),
        ]}
        onChange={setChosen}
      />
      <Checkbox label={t('customer.documents.signed')} isChecked={isSigned} onChange={setSigned} />
      {done !== null && (
        <Progress label={t('customer.documents.add')} share={done / files.length} />
      )}
    </FormDialog>
  )
}
