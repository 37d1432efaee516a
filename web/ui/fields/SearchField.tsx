import { clsx } from 'clsx'
import { Search, X } from 'lucide-react'
import type { Ref } from 'react'

import { useT } from '../../language/texts.ts'
import { controlLook } from './look.ts'

type SearchFieldProps = {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly ref?: Ref<HTMLInputElement>
}

export function SearchField({ label, value, onChange, ref }: SearchFieldProps) {
  const t = useT()
  return (
    <search className="relative block h-8 min-w-44 flex-1 self-start sm:max-w-64 pointer-coarse:h-11">
      <Search size={14} aria-hidden className="absolute inset-y-0 left-2.5 my-auto text-faint" />
      <input
        ref={ref}
        type="search"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={clsx(
          controlLook,
          'h-full pr-8 pl-8 text-13 [&::-webkit-search-cancel-button]:hidden',
        )}
      />
      {value !== '' && (
        <button
          type="button"
          aria-label={t('ui.clear')}
          onClick={() => onChange('')}
          className="absolute inset-y-0 right-1 my-auto inline-flex size-6 items-center justify-center rounded-4 text-faint hover:text-ink pointer-coarse:size-10"
        >
          <X size={14} />
        </button>
      )}
    </search>
  )
}
