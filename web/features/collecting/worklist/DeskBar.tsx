import { Ellipsis } from 'lucide-react'

import type { Action } from '../../../frame/action.ts'
import { ActionButton } from '../../../frame/ActionButton.tsx'
import { useT } from '../../../language/texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Menu, MenuItem } from '../../../ui/Menu.tsx'
import { usePhone } from '../../../ui/use-media.ts'
import type { DeskActions } from '../desk/use-desk.tsx'

type DeskBarProps = {
  readonly actions: DeskActions
  /** What ends the look at this customer: done, or back to the list. */
  readonly last: Action
}

/** What can be done, always in the same place, each with its key. */
export function DeskBar({ actions, last }: DeskBarProps) {
  const t = useT()
  const isPhone = usePhone()
  const { call, promise, dispute, handOver, takeBack, reply, snooze, assign, note, hold } = actions
  const ball = takeBack.whyNot === undefined ? takeBack : handOver
  const near = isPhone ? [call, promise] : [call, promise, dispute, ball]
  const rest = isPhone
    ? [dispute, ball, reply, snooze, note, assign, hold]
    : [reply, note, assign, hold]
  return (
    <div className="flex shrink-0 items-center gap-2 border-t border-line bg-surface px-4 py-2.5 lg:px-6 print:hidden">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
        {near.map((action) => (
          <ActionButton key={action.id} action={action} />
        ))}
        <Menu
          trigger={
            <IconButton
              label={t('desk.do.more')}
              hasTooltip={false}
              icon={<Ellipsis size={16} />}
            />
          }
        >
          {rest.map((action) => (
            <ActionMenuItem key={action.id} action={action} />
          ))}
        </Menu>
      </div>
      {!isPhone && <ActionButton action={snooze} />}
      <ActionButton action={last} variant="primary" />
    </div>
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
