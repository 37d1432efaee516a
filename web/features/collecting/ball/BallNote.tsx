import { useT } from '../../../language/texts.ts'
import type { Held } from './ball.ts'

/** What finance asked, or what the seller is about to do. */
export function BallNote({ held }: { readonly held: Held }) {
  const t = useT()
  if (held.note === '') return null
  return (
    <p className="mt-0.5 break-words text-soft">
      {held.kind === 'passed' && held.givenBy
        ? t('balls.asks', { name: held.givenBy.name, note: held.note })
        : t('balls.says', { note: held.note })}
    </p>
  )
}
