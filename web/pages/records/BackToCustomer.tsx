import { Link } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

/** The way back to the customer's documents. */
export function BackToCustomer(props: { readonly customerId: string; readonly name: string }) {
  return (
    <Link
      to="/customers/$customerId"
      params={{ customerId: props.customerId }}
      search={{ tab: 'documents' }}
      aria-label={props.name}
      className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11 print:hidden"
    >
      <ArrowLeft size={16} aria-hidden />
    </Link>
  )
}
