import { clsx } from 'clsx'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** 'mod+k' as the reader's keyboard has it: ⌘K on a Mac, Ctrl K elsewhere; 'g c' is two strokes. */
export function keyNames(keys: string): string[] {
  return keys
    .replace('mod+', isMac ? '⌘ ' : 'Ctrl ')
    .replace('shift+', '⇧ ')
    .split(' ')
    .map((key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key))
}

const NAMES: Readonly<Record<string, string>> = { enter: '↵', escape: 'Esc', up: '↑', down: '↓' }

type KeyHintProps = {
  readonly keys: string
  /** What it lies on, so that it can be read there. */
  readonly on?: string | undefined
}

/** Keys are of no use without a keyboard: a touch screen does not show them. */
export function KeyHint({ keys, on }: KeyHintProps) {
  return (
    <span aria-hidden className="pointer-coarse:hidden inline-flex gap-0.5 print:hidden">
      {keyNames(keys).map((key) => (
        <kbd
          key={key}
          className={clsx(
            'inline-flex h-4 min-w-4 items-center justify-center rounded-4 px-1 font-sans text-12 leading-none',
            on === 'primary'
              ? 'bg-on-brand/15 text-on-brand in-aria-disabled:bg-hover in-aria-disabled:text-faint'
              : 'bg-hover text-faint',
          )}
        >
          {key}
        </kbd>
      ))}
    </span>
  )
}
