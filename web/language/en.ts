import { access } from './en/access.ts'
import { customer } from './en/customer.ts'
import { customers } from './en/customers.ts'
import { desk } from './en/desk.ts'
import { events } from './en/events.ts'
import { frame } from './en/frame.ts'
import { gate } from './en/gate.ts'
import { imports } from './en/imports.ts'
import { lists } from './en/lists.ts'
import { refusals } from './en/refusals.ts'
import { run } from './en/run.ts'
import { standing } from './en/standing.ts'
import { ui } from './en/ui.ts'

/** The master: every other language has the same keys. */
export const en = {
  ui,
  frame,
  access,
  desk,
  gate,
  standing,
  customers,
  customer,
  events,
  lists,
  imports,
  run,
  refusals,
} as const
