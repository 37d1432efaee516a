import { useState } from 'react'

import { changeView } from '#contract/access'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { say } from '../../../ui/toasts.ts'
import { ViewFields } from './ViewFields.tsx'

type EditViewProps = {
  readonly view: { readonly id: string; readonly name: string; readonly isShared: boolean }
  readonly onClose: () => void
}

/** Another name for a view of one's own, or another circle that sees it. */
export function EditView({ view, onClose }: EditViewProps) {
  const t = useT()
  const [name, setName] = useState(view.name)
  const [isShared, setShared] = useState(view.isShared)
  const { send, isBusy, problem } = useSending(changeView, (changed) => {
    say(t('customers.views.updated', { name: changed.name }))
    onClose()
  })
  return (
    <FormDialog
      width="narrow"
      title={t('customers.views.editTitle')}
      text={t('customers.views.editText')}
      does={t('customers.views.edit')}
      whyNot={name.trim() === '' ? t('ui.required') : undefined}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() => send({ params: { id: view.id }, body: { name, isShared } })}
    >
      <ViewFields name={name} onName={setName} isShared={isShared} onShared={setShared} />
    </FormDialog>
  )
}
