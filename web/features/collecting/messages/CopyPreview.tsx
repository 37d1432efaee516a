import type { previewCopy } from '#contract/collecting/desk/copies'

import type { ReplyOf } from '../../../api/call.ts'
import { useT } from '../../../language/texts.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Moneys } from '../../../ui/Moneys.tsx'
import { ContactSelect } from './ContactSelect.tsx'

type CopyPreviewProps = {
  readonly preview: ReplyOf<typeof previewCopy>
  readonly onChoose: (contactId: string) => void
}

/** To whom, what it says of amounts and what of that is open now, and the mail as it will arrive. */
export function CopyPreview({ preview, onChoose }: CopyPreviewProps) {
  const t = useT()
  const { mail, contacts, stated, openNow } = preview
  if (mail === null) return null
  const isNothingOpen = openNow.every(({ minor }) => minor === 0)
  return (
    <>
      {contacts.length > 1 ? (
        <ContactSelect
          label={t('copies.to')}
          value={mail.contactId}
          contacts={contacts}
          onChange={onChoose}
        />
      ) : (
        <p className="text-13 break-words">{t('copies.onlyTo', { to: mail.to })}</p>
      )}
      <Facts
        facts={[
          { name: t('copies.subject'), value: mail.subject },
          ...(mail.attachments.length === 0
            ? []
            : [{ name: t('copies.with'), value: mail.attachments.join(', ') }]),
          ...(stated.length === 0
            ? []
            : [
                { name: t('copies.stated'), value: <Moneys amounts={stated} /> },
                {
                  name: t('copies.openNow'),
                  value: isNothingOpen ? t('copies.nothing') : <Moneys amounts={openNow} />,
                },
              ]),
        ]}
      />
      <details className="text-13">
        <summary className="cursor-pointer font-medium">{t('copies.show')}</summary>
        <p className="mt-2 rounded-8 bg-sunken p-3 break-words whitespace-pre-wrap">{mail.text}</p>
      </details>
    </>
  )
}
