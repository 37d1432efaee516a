import { Check, Columns3 } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'

import { useT } from '../../language/texts.ts'
import { IconButton } from '../IconButton.tsx'
import { Menu, MenuLabel } from '../Menu.tsx'

type ColumnMenuProps = {
  readonly columns: readonly {
    readonly name: string
    readonly title: string
    readonly isFixed?: boolean | undefined
  }[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

export function ColumnMenu({ columns, chosen, onChange }: ColumnMenuProps) {
  const t = useT()
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          label={t('ui.table.columns')}
          hasTooltip={false}
          icon={<Columns3 size={16} />}
        />
      }
    >
      <MenuLabel>{t('ui.table.columnsHint')}</MenuLabel>
      {columns
        .filter(({ isFixed }) => isFixed !== true)
        .map(({ name, title }) => (
          <Radix.CheckboxItem
            key={name}
            checked={chosen.includes(name)}
            onSelect={(event) => event.preventDefault()}
            onCheckedChange={(isShown) =>
              onChange(isShown ? [...chosen, name] : chosen.filter((other) => other !== name))
            }
            className="flex min-h-8 cursor-default items-center gap-2 rounded-6 px-2 text-13 outline-none select-none data-highlighted:bg-hover pointer-coarse:min-h-11"
          >
            <span className="inline-flex w-4">
              <Radix.ItemIndicator>
                <Check size={16} className="text-brand" />
              </Radix.ItemIndicator>
            </span>
            {title}
          </Radix.CheckboxItem>
        ))}
    </Menu>
  )
}
