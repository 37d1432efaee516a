import { clsx } from 'clsx'
import { type ReactNode, useId } from 'react'

type CardProps = {
  readonly title?: ReactNode
  readonly beside?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly hasPadding?: boolean
}

export function Card({ title, beside, children, className, hasPadding = true }: CardProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={title === undefined ? undefined : id}
      className={clsx('rounded-8 bg-surface shadow-raised', className)}
    >
      {title !== undefined && (
        <div className="flex min-h-11 items-center justify-between gap-3 px-4">
          <h2 id={id} className="min-w-0 text-13 font-strong">
            {title}
          </h2>
          {beside}
        </div>
      )}
      <div className={clsx(hasPadding && (title === undefined ? 'p-4' : 'px-4 pb-4'))}>
        {children}
      </div>
    </section>
  )
}
