import { useSuspenseQuery } from '@tanstack/react-query'
import { Building2 } from 'lucide-react'

import { getSetup } from '#contract/access'

import { asking } from '../../../api/query.ts'
import { useT } from '../../../language/texts.ts'
import { DemoPeople } from './DemoPeople.tsx'

export function StartChoice({ onOwn }: { readonly onOwn: () => void }) {
  const t = useT()
  const { data } = useSuspenseQuery(asking(getSetup, {}))
  return (
    <div className="flex flex-col gap-4">
      {data.demo && <DemoPeople people={data.demo.people} />}
      <button
        type="button"
        onClick={onOwn}
        className="flex w-full items-start gap-4 rounded-12 bg-surface p-5 text-left shadow-raised hover:bg-hover"
      >
        <Building2 size={20} aria-hidden className="mt-0.5 shrink-0 text-brand" />
        <span>
          <span className="block text-16 font-strong">{t('access.start.own')}</span>
          <span className="mt-1 block text-13 text-soft">{t('access.start.ownText')}</span>
        </span>
      </button>
    </div>
  )
}
