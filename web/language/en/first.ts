import { access } from './access.ts'
import { desk } from './desk.ts'
import { frame } from './frame.ts'
import { notices } from './notices.ts'
import { outbox } from './outbox.ts'
import { refusals } from './refusals.ts'
import { standing } from './standing.ts'
import { ui } from './ui.ts'

/** What the first page says: the frame and the day’s work. */
export const first = {
  access,
  desk,
  frame,
  notices,
  outbox,
  standing,
  ui,
  refusals,
} as const
