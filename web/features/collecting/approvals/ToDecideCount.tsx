import { useT } from '../../../language/texts.ts'
import { useToDecide } from './approvals.ts'

/** How many requests wait for this person; nothing where none do. */
export function ToDecideCount() {
  const t = useT()
  const count = useToDecide().length
  if (count === 0) return null
  return (
    <span className="figures shrink-0 rounded-full bg-act-soft px-1.5 text-12 font-medium text-act">
      {count}
      <span className="sr-only"> {t('frame.waiting.decide')}</span>
    </span>
  )
}
