import { clsx } from 'clsx'
import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

type TabsProps<Name extends string> = {
  readonly label: string
  readonly tabs: readonly {
    readonly name: Name
    readonly title: string
    readonly count?: number | undefined
  }[]
  readonly current: Name
  readonly onChange: (name: Name) => void
  readonly children?: ReactNode
  /** Beside the tabs, at the end of the line. */
  readonly beside?: ReactNode
  /** Where the line beneath them is drawn around, from edge to edge. */
  readonly isBare?: boolean
}

/** Where the tabs are wider than the screen, the current one is in sight. */
function showIt(tab: HTMLElement | null): void {
  const list = tab?.parentElement
  if (!tab || !list || list.scrollWidth <= list.clientWidth) return
  list.scrollLeft = tab.offsetLeft - list.offsetLeft - (list.clientWidth - tab.clientWidth) / 2
}

export function Tabs<Name extends string>(props: TabsProps<Name>) {
  const choose = (name: string) => {
    const tab = props.tabs.find((known) => known.name === name)
    if (tab) props.onChange(tab.name)
  }
  return (
    <Radix.Root value={props.current} onValueChange={choose}>
      <div
        className={clsx(
          'flex items-end gap-2 print:hidden',
          props.isBare !== true && 'border-b border-line',
        )}
      >
        <Radix.List
          aria-label={props.label}
          className="-mb-px flex min-w-0 flex-1 [scrollbar-width:none] gap-1 overflow-x-auto"
        >
          {props.tabs.map(({ name, title, count }) => (
            <Radix.Trigger
              key={name}
              value={name}
              ref={name === props.current ? showIt : undefined}
              className="flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent px-2 text-13 font-medium text-soft transition-colors duration-100 -outline-offset-2 hover:text-ink data-[state=active]:border-brand data-[state=active]:text-ink pointer-coarse:h-11"
            >
              {title}
              {count !== undefined && count > 0 && (
                <span className="figures text-12 font-regular text-faint">{count}</span>
              )}
            </Radix.Trigger>
          ))}
        </Radix.List>
        {props.beside}
      </div>
      <Radix.Content value={props.current} tabIndex={-1} className="outline-none">
        {props.children}
      </Radix.Content>
    </Radix.Root>
  )
}
