import type { Link } from '../access/index.ts'
import { inOrganisation } from '../database/tenancy.ts'
import { newId } from '../kernel/ids.ts'
import {
  deliver,
  messageDomainOf,
  messageIdOf,
  noticeMail,
  testMailboxOf,
} from '../talking/index.ts'
import type { World } from '../world.ts'
import { selectOrganisationName } from './store.ts'
import { portalWords } from './words/words.ts'

/** Mails a code to the link's recipient; false when it did not leave. */
export async function sendCode(world: World, link: Link, code: string): Promise<boolean> {
  const { organisationId, language, recipient } = link
  const { organisation, domain, testMailbox } = await inOrganisation(
    world.db,
    organisationId,
    async (tx) => ({
      organisation: await selectOrganisationName(tx, organisationId),
      domain: await messageDomainOf(tx, organisationId),
      testMailbox: await testMailboxOf(tx, organisationId),
    }),
  )
  if (domain === null) return false
  const words = portalWords(language).code
  const subject = words.subject(organisation)
  const delivery = await deliver(world, organisationId, {
    ...noticeMail({
      language,
      subject,
      paragraphs: [words.text(code)],
      smallPrint: words.smallPrint,
    }),
    messageId: messageIdOf(['link_code', link.id, newId()], domain),
    at: world.clock(),
    language,
    senderName: organisation,
    replyTo: null,
    to: [testMailbox ? { ...recipient, address: testMailbox } : recipient],
    subject,
    attachments: [],
  })
  return delivery.kind === 'accepted'
}
