import { ArrowLeft } from 'lucide-react'

import type { Action } from '../../../frame/action.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import type { Subject } from '../desk/subject.ts'
import type { DeskActions } from '../desk/use-desk.tsx'
import { Brief } from './Brief.tsx'
import { DeskBar } from './DeskBar.tsx'

type WorklistBriefProps = {
  readonly subject: Subject
  readonly actions: DeskActions
  readonly last: Action
  /** Where the brief covers the list. */
  readonly onBack: (() => void) | undefined
}

export function WorklistBrief({ subject, actions, last, onBack }: WorklistBriefProps) {
  const t = useT()
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      {onBack && (
        <div className="border-b border-line px-2 py-1">
          <Button variant="quiet" icon={<ArrowLeft size={16} />} onClick={onBack}>
            {t('desk.title')}
          </Button>
        </div>
      )}
      <div data-print="flow" className="relative min-h-0 flex-1 overflow-y-auto">
        <Brief key={subject.customerId} subject={subject} actions={actions} />
      </div>
      <DeskBar actions={actions} last={last} />
    </div>
  )
}
