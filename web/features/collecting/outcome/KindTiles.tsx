import {
  Banknote,
  CalendarCheck,
  CalendarRange,
  CircleOff,
  FileText,
  type LucideIcon,
  MessageCircleQuestion,
  PhoneMissed,
  StickyNote,
  UserX,
  Wallet,
} from 'lucide-react'

import { OUTCOME_KINDS } from '#contract/collecting/desk/outcomes'

import { useActions } from '../../../frame/actions.ts'
import { useT } from '../../../language/texts.ts'
import { KeyHint } from '../../../ui/KeyHint.tsx'
import type { Kind } from './form.ts'

const ICONS: Readonly<Record<Kind, LucideIcon>> = {
  promised: CalendarCheck,
  wants_plan: CalendarRange,
  dispute: MessageCircleQuestion,
  already_paid: Banknote,
  needs_documents: FileText,
  wrong_person: UserX,
  short_of_cash: Wallet,
  refuses: CircleOff,
  not_reached: PhoneMissed,
  other: StickyNote,
}

type KindTilesProps = {
  readonly kinds: readonly Kind[]
  readonly onChoose: (kind: Kind) => void
}

/** How it went, each in plain words and large enough for a thumb; a digit does the same. */
export function KindTiles({ kinds, onChoose }: KindTilesProps) {
  const t = useT()
  const shown = OUTCOME_KINDS.filter((kind) => kinds.includes(kind))
  useActions(
    shown.map((kind) => ({
      id: `outcome.${kind}`,
      name: t(`outcome.kinds.${kind}`),
      group: 'page' as const,
      keys: digitOf(kind),
      icon: ICONS[kind],
      run: () => onChoose(kind),
    })),
  )
  return (
    <ul className="grid grid-cols-2 gap-2">
      {shown.map((kind) => {
        const Icon = ICONS[kind]
        return (
          <li key={kind}>
            <button
              type="button"
              onClick={() => onChoose(kind)}
              className="flex min-h-18 w-full items-center gap-3 rounded-8 bg-surface px-3 py-2 text-left text-14 font-medium text-balance shadow-[inset_0_0_0_1px_var(--color-line-strong)] hover:bg-hover"
            >
              <Icon size={20} aria-hidden className="shrink-0 text-brand" />
              <span className="min-w-0 flex-1">{t(`outcome.kinds.${kind}`)}</span>
              <KeyHint keys={digitOf(kind)} />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

function digitOf(kind: Kind): string {
  return String((OUTCOME_KINDS.indexOf(kind) + 1) % 10)
}
