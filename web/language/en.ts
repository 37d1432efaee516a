import { access } from './en/access.ts'
import { customers } from './en/customers.ts'
import { desk } from './en/desk.ts'
import { frame } from './en/frame.ts'
import { refusals } from './en/refusals.ts'
import { standing } from './en/standing.ts'
import { ui } from './en/ui.ts'

/** The master: every other language has the same keys. */
export const en = { ui, frame, access, desk, standing, customers, refusals } as const
