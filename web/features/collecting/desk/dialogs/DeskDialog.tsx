import type { ComponentType } from 'react'

import type { Doing } from '../doing.ts'
import { AssignDialog } from './AssignDialog.tsx'
import { HandOverDialog, TakeBackDialog } from './BallDialogs.tsx'
import { DisputeDialog } from './DisputeDialog.tsx'
import { HoldDialog } from './HoldDialog.tsx'
import { NoteDialog } from './NoteDialog.tsx'
import { PlanDialog } from './PlanDialog.tsx'
import { PromiseDialog } from './PromiseDialog.tsx'
import type { DeskDialogProps } from './props.ts'
import { SnoozeDialog } from './SnoozeDialog.tsx'
import { TakeOverDialog } from './TakeOverDialog.tsx'

const DIALOGS: Readonly<Record<Doing, ComponentType<DeskDialogProps>>> = {
  promise: PromiseDialog,
  plan: PlanDialog,
  dispute: DisputeDialog,
  snooze: SnoozeDialog,
  takeOver: TakeOverDialog,
  handOver: HandOverDialog,
  takeBack: TakeBackDialog,
  assign: AssignDialog,
  note: NoteDialog,
  hold: HoldDialog,
}

export function DeskDialog({ doing, ...props }: DeskDialogProps & { readonly doing: Doing }) {
  const Form = DIALOGS[doing]
  return <Form key={`${doing}/${props.subject.customerId}`} {...props} />
}
