import type { RestTexts } from '../translated.ts'
import { approvals } from './approvals.ts'
import { balls } from './balls.ts'
import { causes } from './causes.ts'
import { companies } from './companies.ts'
import { copies } from './copies.ts'
import { customer } from './customer.ts'
import { customers } from './customers.ts'
import { deskForms } from './desk-forms.ts'
import { disputes } from './disputes.ts'
import { events } from './events.ts'
import { gate } from './gate.ts'
import { houseRefusals } from './house-refusals.ts'
import { imports } from './imports.ts'
import { insight } from './insight.ts'
import { lists } from './lists.ts'
import { mail } from './mail.ts'
import { mailbox } from './mailbox.ts'
import { mandates } from './mandates.ts'
import { meetings } from './meetings.ts'
import { notifications } from './notifications.ts'
import { outcome } from './outcome.ts'
import { people } from './people.ts'
import { plans } from './plans.ts'
import { playbooks } from './playbooks.ts'
import { policy } from './policy.ts'
import { records } from './records.ts'
import { run } from './run.ts'
import { settings } from './settings.ts'
import { team } from './team.ts'
import { templates } from './templates.ts'
import { visit } from './visit.ts'

export const rest: RestTexts = {
  approvals,
  balls,
  causes,
  companies,
  copies,
  customer,
  customers,
  desk: deskForms,
  disputes,
  events,
  gate,
  imports,
  insight,
  lists,
  mail,
  mailbox,
  mandates,
  meetings,
  notifications,
  outcome,
  people,
  plans,
  playbooks,
  policy,
  records,
  refusals: houseRefusals,
  run,
  settings,
  team,
  templates,
  visit,
}
