import { Pause, UserPlus, X } from 'lucide-react'
import { useState } from 'react'

import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { BulkAssign } from './BulkAssign.tsx'
import { BulkHold } from './BulkHold.tsx'
import type { CustomerRow } from './customers.ts'

type BulkBarProps = {
  readonly customers: readonly CustomerRow[]
  readonly onClear: () => void
}

/** What can be done to all that are selected. */
export function BulkBar({ customers, onClear }: BulkBarProps) {
  const t = useT()
  const member = useMember()
  const [open, setOpen] = useState<'assign' | 'hold' | null>(null)
  const close = () => setOpen(null)
  const role = t('desk.whyNot.role')
  return (
    <section
      aria-label={t('customers.bulk.selected', { count: customers.length })}
      className="flex shrink-0 flex-wrap items-center gap-2 border-t border-line bg-brand-soft px-4 py-2 lg:px-6 print:hidden"
    >
      <span className="figures flex-1 text-13 font-medium text-brand">
        {t('customers.bulk.selected', { count: customers.length })}
      </span>
      <Button
        icon={<UserPlus size={16} />}
        whyNot={may(member, 'customers.edit') ? undefined : role}
        onClick={() => setOpen('assign')}
      >
        {t('customers.bulk.assign')}
      </Button>
      <Button
        icon={<Pause size={16} />}
        whyNot={may(member, 'holds.place') ? undefined : role}
        onClick={() => setOpen('hold')}
      >
        {t('customers.bulk.hold')}
      </Button>
      <IconButton label={t('customers.bulk.clear')} icon={<X size={16} />} onClick={onClear} />
      {open === 'assign' && <BulkAssign customers={customers} onClose={close} onDone={onClear} />}
      {open === 'hold' && <BulkHold customers={customers} onClose={close} onDone={onClear} />}
    </section>
  )
}
