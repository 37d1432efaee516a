import { clsx } from 'clsx'
import { Check } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

import { KeyHint } from './KeyHint.tsx'
import { useLayer } from './layer.ts'

type MenuProps = {
  /** One button. */
  readonly trigger: ReactNode
  readonly children: ReactNode
  readonly align?: 'start' | 'end'
}

export function Menu({ trigger, children, align = 'start' }: MenuProps) {
  const layer = useLayer()
  return (
    // Modal menus lock the page with an injected style, which the content security policy forbids.
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={layer}>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) max-w-[calc(100vw-1rem)] min-w-48 animate-rise overflow-y-auto rounded-8 bg-raised p-1 shadow-over print:hidden"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const ITEM =
  'flex min-h-8 cursor-default select-none items-center gap-2 rounded-6 px-2 text-13 text-ink outline-none ' +
  'data-highlighted:bg-hover data-disabled:text-faint pointer-coarse:min-h-11'

type MenuItemProps = {
  readonly children: ReactNode
  readonly onSelect: () => void
  readonly icon?: ReactNode
  readonly keyHint?: string | undefined
  readonly whyNot?: string | undefined
  /** Present for items that are one choice of several. */
  readonly isChosen?: boolean | undefined
  readonly tone?: 'act' | undefined
}

export function MenuItem(props: MenuItemProps) {
  return (
    <Radix.Item
      disabled={props.whyNot !== undefined}
      onSelect={props.onSelect}
      className={clsx(ITEM, props.tone === 'act' && 'text-act')}
    >
      {props.icon !== undefined && <span className="text-faint [&_svg]:size-4">{props.icon}</span>}
      <span className="min-w-0 flex-1 py-1">
        {props.children}
        {props.whyNot !== undefined && (
          <span className="block text-12 text-faint">{props.whyNot}</span>
        )}
      </span>
      {props.isChosen === true && <Check size={16} className="text-brand" aria-hidden />}
      {props.keyHint !== undefined && <KeyHint keys={props.keyHint} />}
    </Radix.Item>
  )
}

export function MenuLabel({ children }: { readonly children: ReactNode }) {
  return <Radix.Label className="px-2 pt-2 pb-1 text-12 text-faint">{children}</Radix.Label>
}

export function MenuLine() {
  return <Radix.Separator className="my-1 h-px bg-line" />
}
