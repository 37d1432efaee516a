import { useT } from '../../../language/texts.ts'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'

type ViewFieldsProps = {
  readonly name: string
  readonly onName: (name: string) => void
  readonly isShared: boolean
  readonly onShared: (isShared: boolean) => void
}

/** What a view is called, and whether colleagues see it. */
export function ViewFields({ name, onName, isShared, onShared }: ViewFieldsProps) {
  const t = useT()
  return (
    <>
      <TextField label={t('customers.views.name')} value={name} onChange={onName} />
      <Checkbox label={t('customers.views.share')} isChecked={isShared} onChange={onShared} />
    </>
  )
}
