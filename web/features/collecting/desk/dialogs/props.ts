import type { Doing } from '../doing.ts'
import type { Subject } from '../subject.ts'

export type DeskDialogProps = {
  readonly subject: Subject
  readonly onClose: () => void
  /** It is done: the list moves on. */
  readonly onDone: () => void
  /** It is done, and something else follows from it. */
  readonly onNext: (doing: Doing) => void
}
