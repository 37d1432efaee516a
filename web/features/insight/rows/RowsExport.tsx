import { exportAllocations, exportOpenItems, exportReceivables } from '#contract/ledger/exports'

import { addressOf } from '../../../api/call.ts'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { DownloadMenu } from '../DownloadMenu.tsx'
import { askedOf, type RowsSearch } from './address.ts'

const EXPORTS = {
  items: exportOpenItems,
  sales: exportReceivables,
  collected: exportAllocations,
} as const

export function RowsExport({ search }: { readonly search: RowsSearch }) {
  const t = useT()
  const asked = askedOf(search.rows)
  if (asked === null) return null
  return (
    <DownloadMenu
      files={[
        {
          name: t('insight.rows.all'),
          address: (format) =>
            addressOf(EXPORTS[asked.kind], {
              query: { ...asked.query, format, language: currentLanguage() },
            }),
        },
      ]}
    />
  )
}
