import { exportAgeing, exportOpenItems } from '#contract/ledger/exports'

import { addressOf } from '../../api/call.ts'
import { currentLanguage, useT } from '../../language/texts.ts'
import { DownloadMenu } from './DownloadMenu.tsx'
import type { InsightSearch } from './insight.ts'

/** The ageing of every customer, and every open item, as of the day and company of the page. */
export function InsightDownloads({ search }: { readonly search: InsightSearch }) {
  const t = useT()
  const { entity, asOf } = search
  const scope = { entity, asOf, language: currentLanguage() }
  return (
    <DownloadMenu
      files={[
        {
          name: t('insight.download.ageing'),
          address: (format) =>
            addressOf(exportAgeing, { query: { ...scope, by: 'customer', format } }),
        },
        {
          name: t('insight.download.items'),
          address: (format) => addressOf(exportOpenItems, { query: { ...scope, format } }),
        },
      ]}
    />
  )
}
