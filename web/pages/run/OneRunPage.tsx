import { useQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft } from 'lucide-react'

import { runOf } from '../../features/collecting/run/run.ts'
import { RunView } from '../../features/collecting/run/RunView.tsx'
import { Page } from '../../frame/Page.tsx'
import { useT } from '../../language/texts.ts'
import { longDay } from '../../ui/format/day.ts'
import { useReader } from '../../ui/reader.ts'

const route = getRouteApi('/frame/run/$runId')

/** A run of an earlier day, as its report. */
export function OneRunPage() {
  const t = useT()
  const { locale } = useReader()
  const { runId } = route.useParams()
  const { data } = useQuery(runOf(runId))
  return (
    <Page
      title={data ? t('run.of', { day: longDay(data.onDay, locale) }) : t('run.title')}
      before={
        <Link
          to="/run"
          aria-label={t('run.title')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11 print:hidden"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
      }
    >
      <div className="mx-auto w-full max-w-264 p-4 lg:p-6">
        <RunView runId={runId} />
      </div>
    </Page>
  )
}
