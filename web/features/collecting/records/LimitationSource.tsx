import { useT } from '../../../language/texts.ts'
import { longDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import type { Beginning } from './records.ts'

type Limitation = Pick<Beginning['limitation'][number], 'source' | 'isLookedUp' | 'lookedUpOn'>

/** By which law limitation begins anew, and whether anybody has read it: what was not is not trusted. */
export function LimitationSource({ limitation }: { readonly limitation: Limitation }) {
  const t = useT()
  const { locale } = useReader()
  const { source, isLookedUp, lookedUpOn } = limitation
  if (isLookedUp && lookedUpOn) {
    const day = longDay(lookedUpOn, locale)
    return <p className="text-12 text-soft">{t('records.lookedUp', { source, day })}</p>
  }
  return (
    <p className="text-12 font-medium text-soon">
      {source === '' ? t('records.noRule') : t('records.notLookedUp', { source })}
    </p>
  )
}
