/** The box of every control that takes text. */
export const controlLook =
  'w-full min-w-0 rounded-6 bg-surface px-2.5 text-14 text-ink shadow-[inset_0_0_0_1px_var(--color-control)] ' +
  'h-9 pointer-coarse:h-11 pointer-coarse:text-16 focus-visible:outline-offset-0 ' +
  'aria-invalid:shadow-[inset_0_0_0_1px_var(--color-act)] disabled:bg-sunken disabled:text-faint'
