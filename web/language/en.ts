import { access } from './en/access.ts'
import { companies } from './en/companies.ts'
import { customer } from './en/customer.ts'
import { customers } from './en/customers.ts'
import { desk } from './en/desk.ts'
import { events } from './en/events.ts'
import { frame } from './en/frame.ts'
import { gate } from './en/gate.ts'
import { houseRefusals } from './en/house-refusals.ts'
import { imports } from './en/imports.ts'
import { insight } from './en/insight.ts'
import { lists } from './en/lists.ts'
import { mail } from './en/mail.ts'
import { mailbox } from './en/mailbox.ts'
import { people } from './en/people.ts'
import { playbooks } from './en/playbooks.ts'
import { policy } from './en/policy.ts'
import { refusals } from './en/refusals.ts'
import { run } from './en/run.ts'
import { settings } from './en/settings.ts'
import { standing } from './en/standing.ts'
import { templates } from './en/templates.ts'
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
  companies,
  insight,
  mail,
  mailbox,
  people,
  playbooks,
  policy,
  settings,
  templates,
  refusals: { ...refusals, ...houseRefusals },
} as const
