import { useState } from 'react'

import { TextField } from '../../../ui/fields/TextField.tsx'

type ListFieldProps = {
  readonly label: string
  readonly hint: string
  readonly items: readonly string[]
  readonly onChange: (items: string[]) => void
}

/** A few short words with commas between them, taken over as they are typed. */
export function ListField({ label, hint, items, onChange }: ListFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextField
      label={label}
      hint={hint}
      value={typed ?? items.join(', ')}
      onChange={(text) => {
        setTyped(text)
        const parts = text.split(/[,;]/).map((part) => part.trim())
        onChange([...new Set(parts.filter((part) => part !== ''))])
      }}
      onBlur={() => setTyped(null)}
    />
  )
}
