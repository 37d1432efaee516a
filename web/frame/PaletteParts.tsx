import { Command } from 'cmdk'
import { type ReactNode, useLayoutEffect, useRef } from 'react'

/** A dialog near the top, where the eye already is. */
export function PaletteBox(props: { readonly children: ReactNode; readonly onClose: () => void }) {
  const element = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const dialog = element.current
    dialog?.showModal()
    // The platform may take the box around the field for the first thing to be focused.
    dialog?.querySelector('input')?.focus()
    return () => dialog?.close()
  }, [])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press on the backdrop; Escape does the same
    <dialog
      ref={element}
      onClose={props.onClose}
      onMouseDown={(event) => event.target === element.current && props.onClose()}
      className="fixed inset-x-0 top-[12dvh] m-0 mx-auto w-[calc(100vw-1.5rem)] max-w-140 animate-rise overflow-hidden rounded-12 bg-raised text-ink shadow-over"
    >
      {props.children}
    </dialog>
  )
}

export function PaletteGroup(props: { readonly heading: string; readonly children: ReactNode }) {
  return (
    <Command.Group
      heading={props.heading}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-faint"
    >
      {props.children}
    </Command.Group>
  )
}

type PaletteItemProps = {
  readonly value: string
  readonly icon?: ReactNode
  readonly detail?: ReactNode
  readonly isDisabled?: boolean
  readonly onSelect: () => void
  readonly children: ReactNode
}

export function PaletteItem({
  value,
  icon,
  detail,
  isDisabled = false,
  onSelect,
  children,
}: PaletteItemProps) {
  return (
    <Command.Item
      value={value}
      disabled={isDisabled}
      onSelect={onSelect}
      className="flex min-h-9 cursor-default items-center gap-2.5 rounded-6 px-2 text-13 aria-disabled:text-faint data-[selected=true]:bg-hover pointer-coarse:min-h-11"
    >
      <span className="w-4 shrink-0 text-faint">{icon}</span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {detail}
    </Command.Item>
  )
}
