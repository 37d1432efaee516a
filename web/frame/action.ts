import type { LucideIcon } from 'lucide-react'

/**
 * Something a person can do here. One entry feeds the button, the palette, the key and the help,
 * so that none of them knows more than the others.
 */
export type Action = {
  readonly id: string
  readonly name: string
  readonly group: 'page' | 'go' | 'general'
  /** 'j', 'mod+k', '?', or two strokes after one another: 'g c'. */
  readonly keys?: string | undefined
  readonly icon?: LucideIcon | undefined
  /** Present when it cannot be done now: the reason, as a sentence. */
  readonly whyNot?: string | undefined
  readonly run: () => void
  /** For keys that only move: the help shows them, the palette does not. */
  readonly isMove?: boolean | undefined
}
