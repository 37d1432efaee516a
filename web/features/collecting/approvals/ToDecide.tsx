import { Link } from '@tanstack/react-router'

import { useT } from '../../../language/texts.ts'
import { useReader } from '../../../ui/reader.ts'
import type { Approval } from './approvals.ts'
import { gistText } from './gist.ts'

/** In the bell: what waits for this person's yes or no. */
export function ToDecide({ approvals }: { readonly approvals: readonly Approval[] }) {
  const t = useT()
  const reader = useReader()
  return (
    <>
      <h2 className="px-2 py-1 text-12 font-medium text-faint">{t('approvals.bell')}</h2>
      <ul className="mb-2 border-b border-line pb-2">
        {approvals.map((approval) => (
          <li key={approval.id}>
            <Link
              to="/approvals"
              className="block min-h-9 rounded-6 px-2 py-1.5 text-13 hover:bg-hover"
            >
              <span className="block truncate font-medium">{approval.customer.name}</span>
              <span className="block text-12 text-soft">{gistText(t, approval, reader)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
