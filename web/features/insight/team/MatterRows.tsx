import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { useId, useState } from 'react'

import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { DayText } from '../../../ui/DayText.tsx'
import { type Matter, type Team, teamRowsOf } from './team.ts'

type MatterRowsProps = {
  readonly matter: Matter
  readonly sellerId: string | null
  readonly count: number
  readonly spans: Omit<Team, 'sellers'>
}

/** One sentence, which opens to the customers that it is about. */
export function MatterRows({ matter, sellerId, count, spans }: MatterRowsProps) {
  const t = useT()
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const days =
    matter === 'tasks_untouched'
      ? spans.untouchedDays
      : matter === 'mandates_ending'
        ? spans.endingDays
        : spans.lookBackDays
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        className="flex min-h-9 w-full items-center gap-2 rounded-6 px-2 py-1.5 text-left text-13 hover:bg-sunken pointer-coarse:min-h-11"
        onClick={() => setIsOpen(!isOpen)}
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={isOpen ? 'shrink-0 rotate-90 text-faint' : 'shrink-0 text-faint'}
        />
        {t(`team.matters.${matter}`, { count, days })}
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <Rows matter={matter} sellerId={sellerId} />}
      </div>
    </>
  )
}

function Rows({ matter, sellerId }: Pick<MatterRowsProps, 'matter' | 'sellerId'>) {
  const t = useT()
  return (
    <Loaded query={useQuery(teamRowsOf(matter, sellerId))} rows={2}>
      {({ rows, isPartial }) => (
        <>
          <ul className="mr-2 mb-2 ml-8 border-l border-line pl-3">
            {rows.map(({ id, customer, on }) => (
              <li key={id} className="flex min-h-8 items-center justify-between gap-3 text-13">
                <Link
                  to="/customers/$customerId"
                  params={{ customerId: customer.id }}
                  className="min-w-0 truncate font-medium underline-offset-2 hover:underline"
                >
                  {customer.name}
                </Link>
                <span className="shrink-0 text-soft">
                  <DayText day={on} />
                </span>
              </li>
            ))}
          </ul>
          {isPartial && <p className="mb-2 ml-8 pl-3 text-12 text-soft">{t('team.partial')}</p>}
        </>
      )}
    </Loaded>
  )
}
