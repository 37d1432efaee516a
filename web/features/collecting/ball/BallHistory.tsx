import type { T } from '../../../language/texts.ts'
import { useT } from '../../../language/texts.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { type Reader, useReader } from '../../../ui/reader.ts'
import type { Held } from './ball.ts'
import { BallNote } from './BallNote.tsx'

type BallHistoryProps = { readonly history: readonly Held[]; readonly onClose: () => void }

/** Everybody who held the customer, the latest first, and how it came back. */
export function BallHistory({ history, onClose }: BallHistoryProps) {
  const t = useT()
  const reader = useReader()
  return (
    <Dialog isSheet isOpen onClose={onClose} title={t('balls.history.title')}>
      <ol className="flex flex-col">
        {history.map((held) => (
          <li key={held.id} className="border-b border-line py-3 text-13 first:pt-0 last:border-0">
            <p className="font-medium">{whoText(t, held)}</p>
            <p className="text-soft">{whenText(t, held, reader)}</p>
            <BallNote held={held} />
          </li>
        ))}
      </ol>
    </Dialog>
  )
}

function whoText(t: T, { kind, holder, givenBy }: Held): string {
  const name = holder?.name ?? t('balls.history.somebody')
  if (kind === 'legal') return t('balls.history.legal')
  return kind === 'taken'
    ? t('balls.history.taken', { name })
    : t('balls.history.passed', { name, by: givenBy?.name ?? t('balls.history.somebody') })
}

function whenText(t: T, held: Held, { today, locale }: Reader): string {
  const { since, returnsOn, returnedOn, returnedWhy, returnedBy } = held
  const from = shortDay(since, today, locale)
  if (returnedOn === null) {
    return t('balls.history.still', { from, until: shortDay(returnsOn, today, locale) })
  }
  const by = returnedBy?.name ?? t('balls.history.somebody')
  const why = t(`balls.history.back.${returnedWhy ?? 'finance'}`, { by })
  if (returnedOn === since) return `${from} · ${why}`
  return t('balls.history.until', { from, until: shortDay(returnedOn, today, locale), why })
}
