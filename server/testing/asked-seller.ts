import PostalMime from 'postal-mime'

import { inOrganisation } from '../database/tenancy.ts'
import { askedApproval } from './asked-approval.ts'

export const SAM = 'sam@example.test'

/** A seller with an address, whose customer is 30 days late on Wednesday 4 March. */
export async function askedSeller(language: 'en' | 'de' | 'fr' | 'es' = 'en') {
  const app = await askedApproval()
  const keys = app.world.secrets.installation
  const email = { email: keys.encrypt(SAM), emailHash: keys.hash(SAM), language }
  await app.world.db.updateTable('people').set(email).where('id', '=', app.owner).execute()
  const ball = `/customers/${app.customerId}/ball`
  const offer = (note = 'You know Mr Roux') => app.as('collector').post(`${ball}/offer`, { note })
  const pass = (note = 'Did the goods arrive?') => app.as('collector').post(ball, { note })
  const history = async () => (await app.as('collector').get(ball)).body.history
  const outcomes = () =>
    inOrganisation(app.world.db, app.organisationId, (tx) =>
      tx.selectFrom('outcomes').selectAll().orderBy('id').execute(),
    )
  async function mailsTo(address: string) {
    const received = await app.mail.received()
    const mine = received.filter(({ to }) => to.includes(address))
    return Promise.all(mine.map(({ source }) => PostalMime.parse(Buffer.from(source, 'latin1'))))
  }
  /** Has the seller asked what came of it; answers the path of their link. */
  async function passed(note?: string): Promise<string> {
    await pass(note)
    await app.minute()
    return app.linkTo(SAM)
  }
  return { ...app, ball, offer, pass, passed, history, outcomes, mailsTo }
}
