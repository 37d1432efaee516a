import { useQuery } from '@tanstack/react-query'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'

import { may, useMember } from '../../../../api/session.ts'
import { useT } from '../../../../language/texts.ts'
import { Button } from '../../../../ui/Button.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { SkeletonRows } from '../../../../ui/Skeleton.tsx'
import { type Contact, contactsOf } from './contact.ts'
import { ContactForm } from './ContactForm.tsx'
import { ContactRow } from './ContactRow.tsx'

export function Contacts({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const member = useMember()
  const [editing, setEditing] = useState<Contact | 'new' | null>(null)
  const { data } = useQuery(contactsOf(customerId))
  if (!data) return <SkeletonRows count={3} />
  const mayEdit = may(member, 'contacts.edit')
  const add = (
    <Button
      icon={<UserPlus size={16} />}
      whyNot={mayEdit ? undefined : t('desk.whyNot.role')}
      onClick={() => setEditing('new')}
    >
      {t('customer.contacts.add')}
    </Button>
  )
  return (
    <div className="flex flex-col gap-4 py-4">
      {data.contacts.length === 0 ? (
        <EmptyState
          icon={UserPlus}
          title={t('customer.contacts.empty')}
          text={t('customer.contacts.emptyText')}
          action={add}
        />
      ) : (
        <>
          <ul className="rounded-8 bg-surface shadow-raised">
            {data.contacts.map((contact) => (
              <ContactRow
                key={contact.id}
                contact={contact}
                onEdit={mayEdit ? () => setEditing(contact) : undefined}
              />
            ))}
          </ul>
          <div>{add}</div>
        </>
      )}
      {editing !== null && (
        <ContactForm
          customerId={customerId}
          contact={editing === 'new' ? null : editing}
          hasPrimary={data.contacts.some(({ isPrimary }) => isPrimary)}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  )
}
