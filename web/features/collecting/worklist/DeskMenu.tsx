import type { Action } from '../../../frame/action.ts'
import { Menu, MenuItem } from '../../../ui/Menu.tsx'
import { DeskMenuTrigger } from './DeskMenuTrigger.tsx'

/** What the bar has no room for. */
export function DeskMenu({ actions }: { readonly actions: readonly Action[] }) {
  return (
    <Menu trigger={<DeskMenuTrigger />}>
      {actions.map((action) => (
        <ActionMenuItem key={action.id} action={action} />
      ))}
    </Menu>
  )
}

function ActionMenuItem({ action }: { readonly action: Action }) {
  const Icon = action.icon
  return (
    <MenuItem
      icon={Icon && <Icon />}
      keyHint={action.keys}
      whyNot={action.whyNot}
      onSelect={() => setTimeout(action.run)}
    >
      {action.name}
    </MenuItem>
  )
}
