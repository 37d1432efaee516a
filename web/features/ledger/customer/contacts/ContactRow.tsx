import { Pencil } from 'lucide-react'

import { currentLanguage, useT } from '../../../../language/texts.ts'
import { Chip } from '../../../../ui/Chip.tsx'
import { languageName } from '../../../../ui/format/places.ts'
import { IconButton } from '../../../../ui/IconButton.tsx'
import type { Contact } from './contact.ts'

type ContactRowProps = { readonly contact: Contact; readonly onEdit: (() => void) | undefined }

export function ContactRow({ contact, onEdit }: ContactRowProps) {
  const t = useT()
  const {
    name,
    role,
    email,
    phone,
    language,
    isPrimary,
    doNotContact,
    emailBouncedAt,
    smsConsent,
  } = contact
  const link = 'text-brand underline-offset-2 hover:underline'
  return (
    <li className="flex items-start gap-3 border-b border-line px-4 py-3 text-13 last:border-0">
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-1.5">
          <span className="font-medium">{name || email || phone}</span>
          <span className="text-soft">{t(`customer.contacts.roles.${role}`)}</span>
          {isPrimary && <Chip tone="brand">{t('customer.contacts.primaryShort')}</Chip>}
          {doNotContact && <Chip tone="soon">{t('customer.contacts.doNotContact')}</Chip>}
          {emailBouncedAt && <Chip tone="act">{t('customer.contacts.bounced')}</Chip>}
          {smsConsent && <Chip>{t('customer.contacts.consent')}</Chip>}
          {language !== null && <Chip>{languageName(language, currentLanguage())}</Chip>}
        </p>
        <p className="mt-1 flex flex-wrap gap-x-5 gap-y-1">
          {email !== '' && (
            <a href={`mailto:${email}`} className={link}>
              {email}
            </a>
          )}
          {phone !== '' && (
            <a href={`tel:${phone}`} className={link}>
              {phone}
            </a>
          )}
        </p>
      </div>
      {onEdit && (
        <IconButton
          label={t('customer.contacts.edit')}
          icon={<Pencil size={16} />}
          onClick={onEdit}
        />
      )}
    </li>
  )
}
