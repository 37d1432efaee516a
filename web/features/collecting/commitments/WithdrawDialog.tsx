import { useState } from 'react'

import { useT } from '../../../language/texts.ts'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'

type WithdrawDialogProps = {
  readonly title: string
  readonly text: string
  /** What its button does; takes it back where nothing is said. */
  readonly does?: string
  readonly isBusy: boolean
  readonly problem: string | undefined
  readonly onSubmit: (why: string) => void
  readonly onClose: () => void
}

/** Takes a commitment back, with the reason that the history keeps. */
export function WithdrawDialog({ onSubmit, does, ...dialog }: WithdrawDialogProps) {
  const t = useT()
  const [why, setWhy] = useState('')
  return (
    <FormDialog
      {...dialog}
      width="narrow"
      does={does ?? t('customer.commitments.withdraw')}
      whyNot={why.trim() === '' ? t('ui.required') : undefined}
      onSubmit={() => onSubmit(why)}
    >
      <TextField label={t('customer.commitments.why')} value={why} onChange={setWhy} />
    </FormDialog>
  )
}
