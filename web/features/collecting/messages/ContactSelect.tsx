import { Select } from '../../../ui/fields/Select.tsx'

type Reachable = { readonly id: string; readonly name: string; readonly address: string }

type ContactSelectProps = {
  readonly label: string
  readonly value: string
  readonly contacts: readonly Reachable[]
  readonly onChange: (contactId: string) => void
}

/** One of those whom mail reaches, by name and address. */
export function ContactSelect({ contacts, ...field }: ContactSelectProps) {
  return (
    <Select
      {...field}
      options={contacts.map(({ id: value, name, address }) => ({
        value,
        name: [name, address].filter(Boolean).join(' · '),
      }))}
    />
  )
}
