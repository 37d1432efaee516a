import { useQuery } from '@tanstack/react-query'

import { may, useMember } from '../../api/session.ts'
import { Loaded } from '../../frame/Loaded.tsx'
import { useT } from '../../language/texts.ts'
import { Section } from '../../ui/Section.tsx'
import { HabitsForm } from './HabitsForm.tsx'
import { habits, rules } from './notifying.ts'
import { RuleList } from './RuleList.tsx'
import { Targets } from './Targets.tsx'

/** How one is told, by which rules, and which channels may be told. */
export function Notifications() {
  const t = useT()
  const mayManage = may(useMember(), 'notifications.manage')
  const own = useQuery(habits)
  const all = useQuery(rules)
  return (
    <>
      <Section title={t('notifications.you')} text={t('notifications.youText')}>
        <Loaded query={own} rows={3}>
          {(data) => <HabitsForm habits={data} />}
        </Loaded>
      </Section>
      <Section title={t('notifications.rules')} text={t('notifications.rulesText')}>
        <Loaded query={all} rows={4}>
          {(data) => <RuleList {...data} mayManage={mayManage} />}
        </Loaded>
      </Section>
      {mayManage && (
        <Section title={t('notifications.targets')} text={t('notifications.targetsText')}>
          <Targets />
        </Section>
      )}
    </>
  )
}
