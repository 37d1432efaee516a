import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useState } from 'react'

import { useT } from '../language/texts.ts'
import { IconButton } from './IconButton.tsx'
import { Layer } from './layer.ts'

type DialogProps = {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly text?: ReactNode
  readonly children?: ReactNode
  /** The buttons; the one that does it comes last. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'normal' | 'wide'
  /** A sheet at the side instead of a box in the middle. */
  readonly isSheet?: boolean
}

const WIDTH = { narrow: 'sm:max-w-96', normal: 'sm:max-w-130', wide: 'sm:max-w-200' } as const

/** A native modal dialog: the platform keeps the focus, the Escape key and what lies beneath. */
export function Dialog(props: DialogProps) {
  return props.isOpen ? <OpenDialog {...props} /> : null
}

function OpenDialog(props: DialogProps) {
  const [element, setElement] = useState<HTMLDialogElement | null>(null)
  const id = useId()
  // Closing before it leaves the page hands the focus back to where it came from.
  useLayoutEffect(() => {
    element?.showModal()
    focusFirst(element)
    return () => element?.close()
  }, [element])
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press on the backdrop; Escape does the same
    <dialog
      ref={setElement}
      aria-labelledby={id}
      onClose={props.onClose}
      onMouseDown={(event) => event.target === element && props.onClose()}
      className={clsx(
        'fixed max-h-none max-w-none bg-raised text-ink shadow-over',
        props.isSheet
          ? 'inset-y-0 right-0 left-auto m-0 h-dvh w-full animate-slide sm:max-w-120'
          : 'inset-x-0 top-auto bottom-0 m-0 w-full animate-rise rounded-t-12 sm:inset-0 sm:m-auto sm:h-fit sm:rounded-12',
        !props.isSheet && WIDTH[props.width ?? 'normal'],
      )}
    >
      <Layer value={element}>
        <Body {...props} titleId={id} />
      </Layer>
    </dialog>
  )
}

const FIELDS = 'input:not([type=radio], [type=hidden], [hidden]), select, textarea, input:checked'

/** The first field, or the choice that is made: the platform alone would take the first choice. */
function focusFirst(dialog: HTMLDialogElement | null): void {
  dialog?.querySelector<HTMLElement>(FIELDS)?.focus()
}

function Body(props: DialogProps & { readonly titleId: string }) {
  const t = useT()
  return (
    <div
      className={clsx(
        'relative flex flex-col',
        props.isSheet ? 'h-full' : 'max-h-[min(92dvh,56rem)]',
      )}
    >
      <header className="pt-4 pr-14 pb-2 pl-5">
        <h2 id={props.titleId} className="text-16 font-strong text-balance">
          {props.title}
        </h2>
        {props.text !== undefined && <p className="mt-1 text-13 text-soft">{props.text}</p>}
      </header>
      <div className="relative min-h-0 flex-1 overflow-y-auto px-5 pt-2 pb-5">{props.children}</div>
      {props.actions !== undefined && (
        <footer className="flex flex-wrap justify-end gap-2 border-t border-line px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))]">
          {props.actions}
        </footer>
      )}
      {/* Last, so that the first field has the focus when the dialog opens. */}
      <div className="absolute top-3 right-3">
        <IconButton
          label={t('ui.close')}
          hasTooltip={false}
          icon={<X size={16} />}
          onClick={props.onClose}
        />
      </div>
    </div>
  )
}
