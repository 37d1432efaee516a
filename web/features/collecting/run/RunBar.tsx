import type { Action } from '../../../frame/action.ts'
import { ActionButton } from '../../../frame/ActionButton.tsx'
import { useT } from '../../../language/texts.ts'
import { BareSelect } from '../../../ui/fields/Select.tsx'

type RunBarProps = {
  readonly companies: readonly { readonly id: string; readonly name: string }[]
  readonly companyId: string
  readonly onCompany: (id: string) => void
  /** What the day waits for; absent while the page itself offers it. */
  readonly first: Action | undefined
  readonly others: readonly Action[]
}

/** Whose day it is, and what can be done with it; stays in sight while the run is read. */
export function RunBar({ companies, companyId, onCompany, first, others }: RunBarProps) {
  const t = useT()
  return (
    <div className="sticky top-0 z-10 -mx-4 -mt-4 flex flex-wrap items-center gap-2 bg-canvas px-4 py-3 lg:-mx-6 lg:-mt-6 lg:px-6 lg:pt-4 print:hidden">
      {companies.length > 1 && (
        <BareSelect
          isQuiet
          aria-label={t('run.company')}
          value={companyId}
          options={companies.map(({ id, name }) => ({ value: id, name }))}
          onChange={onCompany}
        />
      )}
      <span className="flex-1" />
      {others.map((action) => (
        <ActionButton key={action.id} action={action} />
      ))}
      {first && <ActionButton action={first} variant="primary" />}
    </div>
  )
}
