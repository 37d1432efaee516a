import { Link } from '@tanstack/react-router'
import { FileSignature } from 'lucide-react'

import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'

/** That a promise or plan is in writing and signed, leading there; nothing where it is not. */
export function SignedChip({ recordId }: { readonly recordId: string | null }) {
  const t = useT()
  if (recordId === null) return null
  return (
    <Link
      to="/records/$recordId"
      params={{ recordId }}
      title={t('records.openSigned')}
      // In a row that leads to the customer it leads to the record.
      onClick={(event) => event.stopPropagation()}
      className="inline-flex items-center rounded-4 underline-offset-2 hover:underline pointer-coarse:min-h-8"
    >
      <Chip tone="brand" icon={<FileSignature aria-hidden />}>
        {t('records.states.signed')}
      </Chip>
    </Link>
  )
}
