import { clsx } from 'clsx'
import { CircleAlert, Clock, FlaskConical, Info } from 'lucide-react'
import type { ReactNode } from 'react'

type BannerTone = 'plain' | 'soon' | 'act' | 'test' | 'clock'

const LOOK: Readonly<Record<BannerTone, { readonly look: string; readonly icon: typeof Info }>> = {
  plain: { look: 'bg-brand-soft text-ink', icon: Info },
  soon: { look: 'bg-soon-soft text-ink', icon: CircleAlert },
  act: { look: 'bg-act-soft text-ink', icon: CircleAlert },
  test: { look: 'bg-soon-soft text-ink', icon: FlaskConical },
  clock: { look: 'bg-brand-soft text-ink', icon: Clock },
}

const MARK: Readonly<Record<BannerTone, string>> = {
  plain: 'text-brand',
  soon: 'text-soon',
  act: 'text-act',
  test: 'text-soon',
  clock: 'text-brand',
}

type BannerProps = {
  readonly tone?: BannerTone
  readonly children: ReactNode
  readonly action?: ReactNode
  /** Edge to edge under the header, or a box within the page. */
  readonly isBox?: boolean
}

export function Banner({ tone = 'plain', children, action, isBox = false }: BannerProps) {
  const { look, icon: Icon } = LOOK[tone]
  return (
    <div
      role={tone === 'act' ? 'alert' : undefined}
      className={clsx(
        'flex gap-3 px-4 py-2 text-13',
        action === undefined ? 'items-start' : 'items-center',
        look,
        isBox && 'rounded-8',
      )}
    >
      <Icon
        size={16}
        aria-hidden
        className={clsx('shrink-0', action === undefined && 'mt-0.5', MARK[tone])}
      />
      <div className="min-w-0 flex-1">{children}</div>
      {action}
    </div>
  )
}
