import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { addContact, changeContact, CONTACT_ROLES, removeContact } from '#contract/ledger/contacts'

import { call } from '../../../../api/call.ts'
import { sentenceOf } from '../../../../api/sentence.ts'
import { useCalling } from '../../../../api/use-calling.ts'
import { currentLanguage, useT } from '../../../../language/texts.ts'
import { Button } from '../../../../ui/Button.tsx'
import { Checkbox } from '../../../../ui/fields/Checkbox.tsx'
import { Select } from '../../../../ui/fields/Select.tsx'
import { TextField } from '../../../../ui/fields/TextField.tsx'
import { languageName } from '../../../../ui/format/places.ts'
import { FormDialog } from '../../../../ui/FormDialog.tsx'
import { say } from '../../../../ui/toasts.ts'
import { type Contact, type ContactBody, draftOf } from './contact.ts'

type ContactFormProps = {
  readonly customerId: string
  readonly contact: Contact | null
  readonly hasPrimary: boolean
  readonly onClose: () => void
}

/** Languages that reminders ship in; any other falls back to English. */
const LANGUAGES = ['en', 'fr', 'de', 'es'] as const

export function ContactForm({ customerId, contact, hasPrimary, onClose }: ContactFormProps) {
  const t = useT()
  const client = useQueryClient()
  const calling = useCalling()
  const [draft, setDraft] = useState<ReturnType<typeof draftOf>>(() => draftOf(contact, hasPrimary))
  const change = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part })
  const saving = useMutation({
    mutationFn: async () => {
      const body: ContactBody = draft
      if (contact) await call(changeContact, { params: { contactId: contact.id }, body })
      else await call(addContact, { params: { customerId }, body })
    },
    onSuccess: () => {
      void client.invalidateQueries()
      say(t('customer.contacts.saved'))
      onClose()
    },
  })
  const remove = async () => {
    if (contact && (await calling(removeContact, { params: { contactId: contact.id } }))) {
      say(t('customer.contacts.removed'))
      onClose()
    }
  }
  return (
    <FormDialog
      title={contact ? t('customer.contacts.editTitle') : t('customer.contacts.addTitle')}
      does={t('customer.contacts.do')}
      isBusy={saving.isPending}
      problem={saving.error === null ? undefined : sentenceOf(saving.error)}
      onClose={onClose}
      onSubmit={() => saving.mutate()}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          label={t('customer.contacts.name')}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <Select
          label={t('customer.contacts.role')}
          value={draft.role}
          options={CONTACT_ROLES.map((value) => ({
            value,
            name: t(`customer.contacts.roles.${value}`),
          }))}
          onChange={(role) => change({ role })}
        />
        <TextField
          label={t('customer.contacts.email')}
          type="email"
          value={draft.email}
          onChange={(email) => change({ email })}
        />
        <TextField
          label={t('customer.contacts.phone')}
          type="tel"
          value={draft.phone}
          onChange={(phone) => change({ phone })}
        />
        <Select
          label={t('customer.contacts.language')}
          value={draft.language ?? ''}
          options={[
            { value: '', name: t('customer.contacts.languageOfCustomer') },
            ...LANGUAGES.map((value) => ({ value, name: languageName(value, currentLanguage()) })),
          ]}
          onChange={(language) => change({ language: language === '' ? null : language })}
        />
      </div>
      <Checkbox
        label={t('customer.contacts.primary')}
        isChecked={draft.isPrimary}
        onChange={(isPrimary) => change({ isPrimary })}
      />
      <Checkbox
        label={t('customer.contacts.doNotContact')}
        hint={t('customer.contacts.doNotContactHint')}
        isChecked={draft.doNotContact}
        onChange={(doNotContact) => change({ doNotContact })}
      />
      {contact && (
        <div>
          <Button variant="danger" onClick={() => void remove()}>
            {t('customer.contacts.remove')}
          </Button>
        </div>
      )}
    </FormDialog>
  )
}
