import { Link, Outlet, useMatchRoute } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { useLayoutEffect, useRef } from 'react'

import { useMember } from '../../api/session.ts'
import { chaptersOf } from '../../features/access/chapters.ts'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

const SIDE_PIXELS = 16

/** The settings read like a document: its chapters beside the one that is open. */
export function SettingsPage() {
  const t = useT()
  const member = useMember()
  const matches = useMatchRoute()
  const chapters = chaptersOf(member)
  // A text beside its preview needs the room; its own back button leads here again.
  const isWide = matches({ to: '/settings/templates/$key' }) !== false
  const current = chapters.find(({ to }) => matches({ to, fuzzy: true }) !== false)
  const nav = useRef<HTMLElement>(null)
  const chapter = current?.name ?? ''
  // On a phone the chapters lie side by side: the open one must not lie out of sight.
  useLayoutEffect(() => {
    const open = nav.current?.querySelector<HTMLElement>(`[data-chapter="${chapter}"]`)
    if (open) nav.current?.scrollTo({ left: open.offsetLeft - SIDE_PIXELS })
  }, [chapter])
  return (
    <Page
      hasAsOf={false}
      title={current ? t(`settings.chapters.${current.name}`) : t('settings.title')}
    >
      <div
        className={clsx(
          'mx-auto flex w-full flex-col gap-5 p-4 lg:flex-row lg:gap-10 lg:p-6',
          !isWide && 'max-w-264',
        )}
      >
        <nav
          ref={nav}
          aria-label={t('settings.title')}
          className={clsx(
            isWide && 'lg:hidden',
            '-mx-4 flex shrink-0 [scrollbar-width:none] gap-1 overflow-x-auto px-4 py-1 lg:sticky lg:top-0 lg:mx-0 lg:w-44 lg:flex-col lg:self-start lg:overflow-visible lg:px-0 print:hidden',
          )}
        >
          {chapters.map(({ name, to, icon: Icon }) => (
            <Link
              key={name}
              data-chapter={name}
              to={to}
              className="flex h-8 shrink-0 items-center gap-2 rounded-6 px-2.5 text-13 font-medium whitespace-nowrap text-soft hover:bg-hover hover:text-ink aria-[current=page]:bg-brand-soft aria-[current=page]:text-brand pointer-coarse:h-11"
            >
              <Icon size={16} aria-hidden className="shrink-0" />
              {t(`settings.chapters.${name}`)}
            </Link>
          ))}
        </nav>
        <div className="min-w-0 flex-1">
          <Outlet />
        </div>
      </div>
    </Page>
  )
}
