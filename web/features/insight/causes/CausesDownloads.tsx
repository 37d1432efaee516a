import { exportCauses } from '#contract/insight/causes'

import { addressOf } from '../../../api/call.ts'
import { currentLanguage, useT } from '../../../language/texts.ts'
import { useReader } from '../../../ui/reader.ts'
import { DownloadMenu } from '../DownloadMenu.tsx'
import { type CausesSearch, firstDayOf, USUAL_MONTHS } from './causes.ts'

/** The report as a file, as it is on the page. */
export function CausesDownloads({ search }: { readonly search: CausesSearch }) {
  const t = useT()
  const { today } = useReader()
  const { months = USUAL_MONTHS, entity } = search
  const query = { from: firstDayOf(today, months), to: today, entity, language: currentLanguage() }
  return (
    <DownloadMenu
      files={[
        {
          name: t('causes.download'),
          address: (format) => addressOf(exportCauses, { query: { ...query, format } }),
        },
      ]}
    />
  )
}
