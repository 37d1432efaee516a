import { useState } from 'react'

import { saveView } from '#contract/access'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { say } from '../../../ui/toasts.ts'
import { canonical, type CustomersSearch } from './search.ts'
import { ViewFields } from './ViewFields.tsx'

type SaveViewProps = { readonly search: CustomersSearch; readonly onClose: () => void }

export function SaveView({ search, onClose }: SaveViewProps) {
  const t = useT()
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const { send, isBusy, problem } = useSending(saveView, (view) => {
    say(t('customers.views.saved', { name: view.name }))
    onClose()
  })
  return (
    <FormDialog
      width="narrow"
      title={t('customers.views.saveTitle')}
      text={t('customers.views.saveText')}
      does={t('customers.views.save')}
      whyNot={name.trim() === '' ? t('ui.required') : undefined}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() =>
        send({ body: { page: 'customers', name, search: canonical(search), isShared } })
      }
    >
      <ViewFields name={name} onName={setName} isShared={isShared} onShared={setShared} />
    </FormDialog>
  )
}
