import { useQuery } from '@tanstack/react-query'

import { switchOnPlaybook } from '#contract/collecting/playbooks'
import type { draftEffect } from '#contract/collecting/what-if'

import type { ReplyOf } from '../../../api/call.ts'
import { useSending } from '../../../api/use-sending.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { shortDay } from '../../../ui/format/day.ts'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { effectOf, type Playbook, playbooks } from './playbooks.ts'

type SwitchOnProps = { readonly playbook: Playbook; readonly onClose: () => void }

/** Says whom the draft would move before it is put into force. */
export function SwitchOn({ playbook, onClose }: SwitchOnProps) {
  const t = useT()
  const version = playbook.draft?.version ?? 0
  const effect = useQuery({ ...effectOf(playbook.id), staleTime: 0 })
  const { send, isBusy, problem } = useSending(switchOnPlaybook, () => {
    say(t('playbooks.switchedOn', { name: playbook.name }))
    onClose()
  })
  return (
    <FormDialog
      title={t('playbooks.switchOnTitle', { name: playbook.name })}
      text={t('playbooks.switchOnText')}
      does={t('playbooks.switchOn')}
      isBusy={isBusy}
      problem={problem}
      onClose={onClose}
      onSubmit={() => send({ params: { id: playbook.id }, body: { version } })}
    >
      <Loaded query={effect} rows={4}>
        {(data) => <Effect effect={data} />}
      </Loaded>
    </FormDialog>
  )
}

type EffectReply = ReplyOf<typeof draftEffect>
type Position = EffectReply['examples'][number]['from']

function Effect({ effect }: { readonly effect: EffectReply }) {
  const t = useT()
  const { customers, moved, gained, lost, examples } = effect
  return (
    <div className="flex flex-col gap-3 text-13">
      <ul className="flex flex-col gap-1">
        <li>{t('playbooks.effect.customers', { count: customers })}</li>
        <li className={moved > 0 ? 'font-medium' : undefined}>
          {t('playbooks.effect.moved', { count: moved })}
        </li>
        {gained > 0 && <li>{t('playbooks.effect.gained', { count: gained })}</li>}
        {lost > 0 && <li>{t('playbooks.effect.lost', { count: lost })}</li>}
      </ul>
      {examples.length > 0 && (
        <ul className="max-h-64 overflow-y-auto">
          {examples.map(({ customerId, customerName, from, to }) => (
            <li key={customerId} className="border-t border-line py-1.5">
              <span className="font-medium">{customerName}</span>
              <span className="block text-12 text-soft">
                <PositionText position={from} isElsewhere={changesPlaybook(from, to)} />
                {' → '}
                <PositionText position={to} isElsewhere={changesPlaybook(from, to)} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function changesPlaybook(from: Position, to: Position): boolean {
  return from !== null && to !== null && from.playbookName !== to.playbookName
}

type PositionTextProps = { readonly position: Position; readonly isElsewhere: boolean }

/** The next step and its day; and the playbook, where it is another one than before. */
function PositionText({ position, isElsewhere }: PositionTextProps) {
  const t = useT()
  const { locale, today } = useReader()
  const { data } = useQuery(playbooks)
  if (position === null) return t('playbooks.effect.nothing')
  const { playbookName, stepKey, on } = position
  const playbook = data?.rows.find(({ name }) => name === playbookName)
  const steps = [playbook?.draft, playbook?.inForce].flatMap((kept) => kept?.content.steps ?? [])
  const step = steps.find(({ key }) => key === stepKey)?.name ?? stepKey
  const place = isElsewhere ? `${playbookName}: ${step}` : step
  return `${place}, ${shortDay(on, today, locale)}`
}
