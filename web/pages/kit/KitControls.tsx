import { Bell, Phone, Send } from 'lucide-react'
import { useState } from 'react'

import { day, type Day } from '#kernel/day.ts'

import type { ButtonVariant } from '../../ui/button-look.ts'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/fields/Checkbox.tsx'
import { type Choice, Combobox } from '../../ui/fields/Combobox.tsx'
import { DateField } from '../../ui/fields/DateField.tsx'
import { MoneyField } from '../../ui/fields/MoneyField.tsx'
import { SearchField } from '../../ui/fields/SearchField.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { Switch } from '../../ui/fields/Switch.tsx'
import { TextArea } from '../../ui/fields/TextArea.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { KitSection } from './KitSection.tsx'

const VARIANTS: readonly ButtonVariant[] = ['primary', 'plain', 'quiet', 'danger']
const OWNERS: readonly Choice[] = [
  { value: '1', name: 'Camille Laurent', detail: '41 customers' },
  { value: '2', name: 'Jonas Brandt', detail: '38 customers' },
  { value: '3', name: 'Lucía Ortega', detail: '12 customers' },
]

export function KitControls() {
  return (
    <KitSection title="Controls">
      <Buttons />
      <Fields />
    </KitSection>
  )
}

function Buttons() {
  return (
    <div className="flex flex-col gap-3">
      {VARIANTS.map((variant) => (
        <div key={variant} className="flex flex-wrap items-center gap-3">
          <Button variant={variant}>Take over from finance</Button>
          <Button variant={variant} icon={<Send size={16} />} keyHint="s">
            Send 214 messages
          </Button>
          <Button variant={variant} isBusy>
            Sending …
          </Button>
          <Button variant={variant} whyNot="Two promises were broken: only finance can act now.">
            Not now
          </Button>
          <Button variant={variant} size="large">
            Large
          </Button>
        </div>
      ))}
      <div className="flex gap-2">
        <IconButton label="Call" keyHint="c" icon={<Phone size={16} />} />
        <IconButton label="Pressed" isPressed icon={<Bell size={16} />} />
        <IconButton label="Off" disabled icon={<Bell size={16} />} />
      </div>
    </div>
  )
}

function Fields() {
  const [text, setText] = useState('Brasserie du Port')
  const [search, setSearch] = useState('')
  const [note, setNote] = useState('')
  const [minor, setMinor] = useState<number | null>(4_000_00)
  const [promised, setPromised] = useState<Day | null>(day('2026-11-27'))
  const [owner, setOwner] = useState<Choice | null>(null)
  const [found, setFound] = useState(OWNERS)
  const [isOn, setOn] = useState(true)
  const [reason, setReason] = useState<'price' | 'quality'>('price')
  return (
    <div className="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
      <TextField label="Name" value={text} onChange={setText} hint="As the customer writes it." />
      <TextField
        label="Email"
        value="jean@"
        onChange={setText}
        error="This is not an email address."
      />
      <Combobox
        label="Owner"
        isOptional
        choice={owner}
        choices={found}
        onChange={setOwner}
        onType={(typed) =>
          setFound(OWNERS.filter(({ name }) => name.toLowerCase().includes(typed.toLowerCase())))
        }
      />
      <MoneyField label="Promised amount" currency="EUR" minor={minor} onChange={setMinor} />
      <DateField label="Promised for" day={promised} onChange={setPromised} hasShortcuts />
      <Select
        label="Reason"
        value={reason}
        options={[
          { value: 'price', name: 'The price is wrong' },
          { value: 'quality', name: 'Something is wrong with the goods' },
        ]}
        onChange={setReason}
      />
      <TextArea
        label="Note"
        value={note}
        onChange={setNote}
        isOptional
        placeholder="What they said"
      />
      <div className="flex flex-col gap-3">
        <Checkbox
          label="Share with colleagues"
          hint="They see it, only you change it."
          isChecked={isOn}
          onChange={setOn}
        />
        <Switch
          label="Test mode"
          hint="Messages go to your own mailbox."
          isOn={isOn}
          onChange={setOn}
        />
        <Switch
          label="Automatic sending"
          isOn={false}
          onChange={setOn}
          whyNot="First set how email is sent."
        />
      </div>
      <SearchField label="Search customers" value={search} onChange={setSearch} />
    </div>
  )
}
