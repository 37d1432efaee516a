import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { type ReactNode, useEffect } from 'react'

import { useMember } from '../api/session.ts'
import { AsOf } from '../features/ledger/AsOf.tsx'
import { useT } from '../language/texts.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import { Bell } from './Bell.tsx'
import { openLayer } from './layers.ts'

type PageProps = {
  readonly title: string
  /** Before the title: the way back. */
  readonly before?: ReactNode
  /** The page's own buttons, beside the title. */
  readonly actions?: ReactNode
  /** Pages that state no amount have no as-of line. */
  readonly hasAsOf?: boolean
  /** Takes all the height and scrolls within, as tables do. */
  readonly isFull?: boolean
  readonly children: ReactNode
}

/** A page with its head: title, how fresh the money is, search, what waits. */
export function Page({
  title,
  before,
  actions,
  hasAsOf = true,
  isFull = false,
  children,
}: PageProps) {
  const t = useT()
  useTitle(title)
  return (
    <>
      <header className="flex min-h-14 shrink-0 items-center gap-3 max-sm:flex-wrap max-sm:gap-x-1 max-sm:gap-y-0 max-sm:py-1.5 border-b border-line bg-canvas px-4 lg:px-6">
        {before}
        {/* On a phone the title keeps its line, however many buttons there are. */}
        <div className="flex min-w-0 flex-1 flex-col max-sm:contents">
          <h1 className="min-w-0 text-16 font-strong max-sm:line-clamp-2 max-sm:flex-1 max-sm:leading-tight max-sm:break-words sm:truncate">
            {title}
          </h1>
          {hasAsOf && (
            <div className="max-sm:order-last max-sm:basis-full">
              <AsOf />
            </div>
          )}
        </div>
        {actions !== undefined && (
          <div className="flex items-center gap-2 max-sm:gap-0 print:hidden">{actions}</div>
        )}
        <SearchButton label={t('frame.search')} isNarrow={actions !== undefined} />
        <Bell />
      </header>
      <main
        id="content"
        tabIndex={-1}
        data-print="flow"
        className={clsx(
          'relative min-h-0 flex-1 outline-none',
          isFull ? 'flex flex-col' : 'overflow-y-auto',
        )}
      >
        {children}
      </main>
    </>
  )
}

type SearchProps = { readonly label: string; readonly isNarrow: boolean }

/** Beside a page's own buttons it is an icon, so that title and as-of line keep their room. */
function SearchButton({ label, isNarrow }: SearchProps) {
  return (
    <>
      <button
        type="button"
        onClick={openPalette}
        className={clsx(
          'hidden h-8 w-56 items-center gap-2 rounded-6 bg-surface px-2.5 text-left text-13 text-faint',
          'shadow-[inset_0_0_0_1px_var(--color-line)] hover:shadow-[inset_0_0_0_1px_var(--color-line-strong)]',
          isNarrow ? '2xl:flex' : 'xl:flex',
          'print:hidden',
        )}
      >
        <Search size={14} aria-hidden />
        <span className="flex-1 truncate">{label}</span>
        <KeyHint keys="mod+k" />
      </button>
      <span className={clsx(isNarrow ? '2xl:hidden' : 'xl:hidden', 'print:hidden')}>
        <IconButton
          label={label}
          keyHint="mod+k"
          icon={<Search size={16} />}
          onClick={openPalette}
        />
      </span>
    </>
  )
}

function openPalette(): void {
  openLayer('palette')
}

/** The tab says where one is: the page first, then whose. */
function useTitle(title: string): void {
  const { organisation } = useMember()
  const name = organisation.name
  useEffect(() => {
    document.title = `${title} · ${name} · Goodterms`
  }, [title, name])
}
