import { ActionButton } from '../../../frame/ActionButton.tsx'
import { useDesk } from '../desk/use-desk.tsx'

type NewCommitmentsProps = { readonly customerId: string; readonly name: string }

/** What can be agreed with them, where what was agreed is read. */
export function NewCommitments({ customerId, name }: NewCommitmentsProps) {
  const { actions, dialog } = useDesk({ customerId, name }, () => {})
  const { plan, promise } = actions
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <ActionButton action={plan} hasIcon />
      <ActionButton action={promise} hasIcon />
      {dialog}
    </div>
  )
}
