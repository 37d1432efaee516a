import { clsx } from 'clsx'

export type ButtonVariant = 'primary' | 'plain' | 'quiet' | 'danger'

const BASE =
  'inline-flex max-w-full shrink-0 select-none items-center justify-center gap-2 rounded-6 font-medium ' +
  'whitespace-nowrap transition-colors duration-100 aria-disabled:cursor-not-allowed [&_svg]:shrink-0'

const LOOK: Readonly<Record<ButtonVariant, string>> = {
  primary:
    'bg-brand text-on-brand not-aria-disabled:hover:bg-brand-deep aria-disabled:bg-sunken aria-disabled:text-faint ' +
    'aria-disabled:shadow-[inset_0_0_0_1px_var(--color-line)]',
  plain:
    'bg-surface text-ink shadow-[inset_0_0_0_1px_var(--color-line-strong)] not-aria-disabled:hover:bg-sunken ' +
    'aria-disabled:text-faint aria-disabled:shadow-[inset_0_0_0_1px_var(--color-line)]',
  quiet:
    'text-soft not-aria-disabled:hover:bg-hover not-aria-disabled:hover:text-ink aria-disabled:text-faint',
  danger:
    'bg-surface text-act shadow-[inset_0_0_0_1px_var(--color-act)] not-aria-disabled:hover:bg-act-soft ' +
    'aria-disabled:text-faint aria-disabled:shadow-[inset_0_0_0_1px_var(--color-line)]',
}

/** The look of a button, for links that act like one. */
export function buttonLook(variant: ButtonVariant = 'plain', size: 'normal' | 'large' = 'normal') {
  const box =
    size === 'large'
      ? 'h-11 px-4 text-14'
      : 'h-8 px-3 text-13 pointer-coarse:h-11 pointer-coarse:px-4'
  return clsx(BASE, LOOK[variant], box)
}
