import type { ReactNode } from 'react'

import { useT } from '../../language/texts.ts'
import { Mark } from '../../ui/Mark.tsx'

type DoorwayProps = {
  readonly title: string
  readonly text?: ReactNode
  readonly children: ReactNode
  readonly isWide?: boolean
}

/** The pages before one is in: a quiet room with one thing to do. */
export function Doorway({ title, text, children, isWide = false }: DoorwayProps) {
  const t = useT()
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 sm:justify-center sm:py-12">
      <main id="content" className={isWide ? 'w-full max-w-160' : 'w-full max-w-90'}>
        <p className="mb-8 flex items-center gap-2.5 text-16 font-strong">
          <Mark size={28} />
          {t('frame.product')}
        </p>
        <h1 className="text-28 font-strong text-balance">{title}</h1>
        {text !== undefined && <p className="mt-2 text-14 text-pretty text-soft">{text}</p>}
        <div className="mt-8">{children}</div>
      </main>
    </div>
  )
}
