import { clsx } from 'clsx'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState } from 'react'

import { useT } from '../language/texts.ts'
import { dismiss, type Toast, useToasts } from './toasts.ts'

/** What was just said, at the foot of the page. A pointer or the focus on it stops its clock. */
export function Toasts() {
  const toasts = useToasts()
  return (
    <output className="pointer-events-none fixed inset-x-0 bottom-32 z-50 flex flex-col items-center gap-2 px-4 md:bottom-18 print:hidden">
      {toasts.map((toast) => (
        <OneToast key={toast.id} toast={toast} />
      ))}
    </output>
  )
}

function OneToast({ toast }: { readonly toast: Toast }) {
  const t = useT()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (toast.lasts === null || isHeld) return undefined
    const timer = setTimeout(() => dismiss(toast.id), toast.lasts)
    return () => clearTimeout(timer)
  }, [toast, isHeld])
  const { action } = toast
  return (
    <div
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex max-w-120 animate-rise items-center gap-3 rounded-8 bg-ink py-1.5 pr-1.5 pl-4 text-13 text-surface shadow-over"
    >
      {toast.tone === 'came' && <CircleCheck size={16} aria-hidden className="shrink-0" />}
      {toast.tone === 'act' && <CircleAlert size={16} aria-hidden className="shrink-0" />}
      <span className="py-1">{toast.text}</span>
      {action && (
        <button
          type="button"
          onClick={() => {
            dismiss(toast.id)
            action.run()
          }}
          className="h-8 shrink-0 rounded-6 px-2 font-strong underline underline-offset-2 hover:bg-surface/15 focus-visible:outline-surface pointer-coarse:h-11"
        >
          {action.name}
        </button>
      )}
      <button
        type="button"
        aria-label={t('ui.close')}
        onClick={() => dismiss(toast.id)}
        className={clsx(
          'inline-flex size-8 shrink-0 items-center justify-center rounded-6 hover:bg-surface/15',
          'focus-visible:outline-surface pointer-coarse:size-11',
        )}
      >
        <X size={14} />
      </button>
    </div>
  )
}
