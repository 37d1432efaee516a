import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { type Reason, toneOf } from './reasons.ts'

type ReasonChipsProps = { readonly reasons: readonly Reason[]; readonly most?: number }

/** Why somebody is on the list, the pressing ones first; one without room goes out of sight whole. */
export function ReasonChips({ reasons, most = 3 }: ReasonChipsProps) {
  const t = useT()
  const order = { act: 0, soon: 1, plain: 2, brand: 2, came: 2 } as const
  const sorted = reasons.toSorted((a, b) => order[toneOf(a)] - order[toneOf(b)])
  return (
    <span className="flex h-5 min-w-0 flex-wrap gap-1 overflow-hidden">
      {sorted.slice(0, most).map((reason) => (
        <Chip key={reason.code} tone={toneOf(reason)}>
          {t(`desk.reason.${reason.code}`)}
        </Chip>
      ))}
    </span>
  )
}
