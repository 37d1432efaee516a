import { Link, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { FIGURE_INPUTS } from '#contract/insight'

import { Rows } from '../../features/insight/rows/Rows.tsx'
import { RowsExport } from '../../features/insight/rows/RowsExport.tsx'
import { RowsScope } from '../../features/insight/rows/RowsScope.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'

const route = getRouteApi('/frame/insight/rows')

export function RowsPage() {
  const t = useT()
  const search = route.useSearch()
  const { of, rows: _, ...scope } = search
  const term = FIGURE_INPUTS.find((known) => known === of)
  return (
    <Page
      title={term ? t(`insight.inputs.${term}`) : t('insight.rows.title')}
      actions={<RowsExport search={search} />}
      before={
        <Link
          to="/insight"
          search={scope}
          aria-label={t('insight.rows.back')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11 print:hidden"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
      }
    >
      <div className="mx-auto flex w-full max-w-280 flex-col gap-4 p-4 lg:p-6">
        <RowsScope search={search} />
        <Rows search={search} />
      </div>
    </Page>
  )
}
