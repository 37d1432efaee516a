import { access } from './de/access.ts'
import { customer } from './de/customer.ts'
import { customers } from './de/customers.ts'
import { desk } from './de/desk.ts'
import { events } from './de/events.ts'
import { frame } from './de/frame.ts'
import { gate } from './de/gate.ts'
import { imports } from './de/imports.ts'
import { lists } from './de/lists.ts'
import { refusals } from './de/refusals.ts'
import { run } from './de/run.ts'
import { standing } from './de/standing.ts'
import { ui } from './de/ui.ts'
import { companies } from './de/companies.ts'
import { houseRefusals } from './de/house-refusals.ts'
import { insight } from './de/insight.ts'
import { mail } from './de/mail.ts'
import { mailbox } from './de/mailbox.ts'
import { people } from './de/people.ts'
import { playbooks } from './de/playbooks.ts'
import { policy } from './de/policy.ts'
import { settings } from './de/settings.ts'
import { templates } from './de/templates.ts'
import type { Texts } from './translated.ts'

export const de: Texts = {
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
}
