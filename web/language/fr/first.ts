import type { FirstTexts } from '../translated.ts'
import { access } from './access.ts'
import { desk } from './desk.ts'
import { frame } from './frame.ts'
import { notices } from './notices.ts'
import { outbox } from './outbox.ts'
import { refusals } from './refusals.ts'
import { standing } from './standing.ts'
import { ui } from './ui.ts'

export const first: FirstTexts = {
  access,
  desk,
  frame,
  notices,
  outbox,
  standing,
  ui,
  refusals,
}
