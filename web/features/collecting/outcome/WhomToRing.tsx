import { Phone } from 'lucide-react'

import { useT } from '../../../language/texts.ts'
import type { Form } from './form.ts'

/** Whoever has not rung yet does so from here. */
export function WhomToRing({ form }: { readonly form: Form }) {
  const t = useT()
  const contact = form.contacts.find(({ phone }) => phone !== '')
  if (!contact) return null
  const { name, phone } = contact
  return (
    <a
      href={`tel:${phone}`}
      className="inline-flex min-h-8 items-center gap-1.5 self-start text-14 font-medium text-brand underline-offset-2 hover:underline pointer-coarse:min-h-11"
    >
      <Phone size={14} aria-hidden />
      {name === '' ? phone : t('outcome.ring', { name, phone })}
    </a>
  )
}
