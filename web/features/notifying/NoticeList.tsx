import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'

import { useT } from '../../language/texts.ts'
import { InstantText } from '../../ui/InstantText.tsx'
import type { Notice } from './notices.ts'

type NoticeListProps = {
  readonly notices: readonly Notice[]
  readonly onRead: (notice: Notice) => void
}

/** What one was told: a dot marks what is new, and each leads to its customer. */
export function NoticeList({ notices, onRead }: NoticeListProps) {
  const t = useT()
  if (notices.length === 0) {
    return <p className="px-2 py-1.5 text-13 text-pretty text-soft">{t('notices.none')}</p>
  }
  return (
    <ul>
      {notices.map((notice) => (
        <li key={notice.id}>
          {notice.customer ? (
            <Link
              to="/customers/$customerId"
              params={{ customerId: notice.customer.id }}
              onClick={() => onRead(notice)}
              className="flex min-h-9 gap-2 rounded-6 px-2 py-1.5 text-13 hover:bg-hover pointer-coarse:min-h-11"
            >
              <Told notice={notice} />
            </Link>
          ) : (
            <span className="flex min-h-9 gap-2 px-2 py-1.5 text-13">
              <Told notice={notice} />
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function Told({ notice }: { readonly notice: Notice }) {
  return (
    <>
      <span
        aria-hidden
        className={clsx(
          'mt-1.5 size-2 shrink-0 rounded-full',
          notice.isRead ? 'bg-transparent' : 'bg-brand',
        )}
      />
      <span className="min-w-0 flex-1">
        <span className={clsx('block', !notice.isRead && 'font-medium')}>{notice.title}</span>
        {notice.text !== '' && (
          <span className="line-clamp-2 block text-12 text-soft">{notice.text}</span>
        )}
        <span className="block text-12 text-faint">
          <InstantText at={notice.at} />
        </span>
      </span>
    </>
  )
}
