import { BellRing } from 'lucide-react'
import { useState } from 'react'

import { useT } from '../../language/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip } from '../../ui/Chip.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { eventKey, type Rule } from './notifying.ts'
import { RuleForm } from './RuleForm.tsx'

type RuleListProps = {
  readonly rules: readonly Rule[]
  readonly customers: readonly { readonly id: string; readonly name: string }[]
  readonly mayManage: boolean
}

export function RuleList({ rules, customers, mayManage }: RuleListProps) {
  const t = useT()
  const [edited, edit] = useState<Rule | 'new' | null>(null)
  return (
    <div className="flex flex-col gap-3">
      {rules.length === 0 ? (
        <EmptyState icon={BellRing} title={t('notifications.noRules')} />
      ) : (
        <ul className="overflow-hidden rounded-8 bg-surface shadow-raised">
          {rules.map((rule) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              only={customers
                .filter(({ id }) => rule.condition.customers?.includes(id))
                .map(({ name }) => name)}
              onChange={mayManage || rule.isMine ? () => edit(rule) : undefined}
            />
          ))}
        </ul>
      )}
      <div>
        <Button onClick={() => edit('new')}>{t('notifications.add')}</Button>
      </div>
      {edited !== null && (
        <RuleForm
          rule={edited === 'new' ? null : edited}
          mayManage={mayManage}
          onClose={() => edit(null)}
        />
      )}
    </div>
  )
}

type RuleRowProps = {
  readonly rule: Rule
  /** The customers that it is about, by name; none where it is about all. */
  readonly only: readonly string[]
  readonly onChange: (() => void) | undefined
}

function RuleRow({ rule, only, onChange }: RuleRowProps) {
  const t = useT()
  const whom = rule.isMine
    ? t('notifications.mine')
    : rule.people.map((who) => t(`notifications.audiences.${who}`)).join(', ')
  const ways = rule.channels.map((way) => t(`notifications.ways.${way}`)).join(', ')
  return (
    <li className="flex min-h-14 items-center gap-3 border-b border-line px-4 py-2 text-13 last:border-b-0">
      <div className="min-w-0 flex-1">
        <span className="font-medium">{rule.name}</span>
        {!rule.isOn && (
          <span className="ml-2">
            <Chip>{t('notifications.off')}</Chip>
          </span>
        )}
        <span className="block text-12 text-soft">
          {rule.events.map((name) => t(`notifications.events.${eventKey(name)}`)).join(', ')}
        </span>
        {only.length > 0 && (
          <span className="block text-12 break-words text-soft">
            {t('notifications.only', { names: only.join(', ') })}
          </span>
        )}
        <span className="block text-12 text-faint">
          {[whom, ways, t(`notifications.paces.${rule.pace}`)].filter(Boolean).join(' · ')}
        </span>
      </div>
      {onChange && (
        <Button
          variant="quiet"
          aria-label={t('notifications.changeOf', { name: rule.name })}
          onClick={onChange}
        >
          {t('notifications.change')}
        </Button>
      )}
    </li>
  )
}
