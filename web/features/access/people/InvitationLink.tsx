import { Copy } from 'lucide-react'

import type { invitePerson } from '#contract/access'

import type { ReplyOf } from '../../../api/call.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { clockTime, dayOf, longDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'

export type Invitation = ReplyOf<typeof invitePerson> & {
  readonly name: string
  readonly isNew: boolean
}

type InvitationLinkProps = { readonly invitation: Invitation; readonly onClose: () => void }

/** The link is shown once and handed over by whoever invites: nothing is emailed behind their back. */
export function InvitationLink({ invitation, onClose }: InvitationLinkProps) {
  const t = useT()
  const { locale, zone } = useReader()
  const { name, link, expiresAt, isNew } = invitation
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(link ?? '')
      say(t('people.link.copied'))
    } catch {
      say(t('people.link.copyByHand'), { tone: 'act' })
    }
  }
  const until =
    expiresAt === null
      ? ''
      : `${longDay(dayOf(expiresAt, zone), locale)}, ${clockTime(expiresAt, locale, zone)}`
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={isNew ? t('people.link.invited', { name }) : t('people.link.title', { name })}
      text={
        link === null ? t('people.link.signsInAlready') : t('people.link.text', { name, until })
      }
      actions={
        <>
          <Button variant={link === null ? 'primary' : 'plain'} onClick={onClose}>
            {t('people.link.done')}
          </Button>
          {link !== null && (
            <Button
              variant="primary"
              icon={<Copy size={16} aria-hidden />}
              onClick={() => void copy()}
            >
              {t('people.link.copy')}
            </Button>
          )}
        </>
      }
    >
      {link !== null && (
        <TextField
          label={t('people.link.label')}
          readOnly
          value={link}
          onFocus={(event) => event.target.select()}
          onChange={() => {}}
        />
      )}
    </Dialog>
  )
}
