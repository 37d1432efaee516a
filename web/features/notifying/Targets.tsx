import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { addTarget, removeTarget, TARGET_KINDS, tryTarget } from '#contract/notifying'

import { useSending } from '../../api/use-sending.ts'
import { Loaded } from '../../frame/Loaded.tsx'
import { currentLanguage, useT } from '../../language/texts.ts'
import { Button } from '../../ui/Button.tsx'
import { Select } from '../../ui/fields/Select.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'
import { say } from '../../ui/toasts.ts'
import { type Target, targets } from './notifying.ts'

const KINDS = { slack: 'Slack', teams: 'Microsoft Teams' } as const

/** The channels that rules may tell, each with what it answered last. */
export function Targets() {
  const t = useT()
  const [isAdding, setAdding] = useState(false)
  return (
    <Loaded query={useQuery(targets)} rows={2}>
      {(data) => (
        <div className="flex flex-col gap-3">
          {data.targets.length === 0 ? (
            <p className="text-13 text-soft">{t('notifications.noTargets')}</p>
          ) : (
            <ul className="overflow-hidden rounded-8 bg-surface shadow-raised">
              {data.targets.map((target) => (
                <TargetRow key={target.id} target={target} />
              ))}
            </ul>
          )}
          <div>
            <Button onClick={() => setAdding(true)}>{t('notifications.addTarget')}</Button>
          </div>
          {isAdding && <TargetForm onClose={() => setAdding(false)} />}
        </div>
      )}
    </Loaded>
  )
}

function TargetRow({ target }: { readonly target: Target }) {
  const t = useT()
  const { id, name, kind, host, lastFailure, lastFailedAt, lastAcceptedAt } = target
  const params = { targetId: id }
  const trying = useSending(tryTarget, ({ kind: outcome, answer }) =>
    say(
      outcome === 'accepted' ? t('notifications.accepted') : t('notifications.failed', { answer }),
    ),
  )
  const removing = useSending(removeTarget)
  const isFailing = lastFailedAt !== null && lastFailedAt > (lastAcceptedAt ?? '')
  return (
    <li className="flex min-h-14 flex-wrap items-center gap-3 border-b border-line px-4 py-2 text-13 last:border-b-0">
      <div className="min-w-0 flex-1">
        <span className="block truncate font-medium">{name}</span>
        <span className="block truncate text-12 text-soft">
          {KINDS[kind]} · {host}
        </span>
        {isFailing && (
          <span className="block text-12 text-act">
            {t('notifications.lastFailure', { answer: lastFailure })}
          </span>
        )}
      </div>
      <Button
        variant="quiet"
        isBusy={trying.isBusy}
        aria-label={t('notifications.testOf', { name })}
        onClick={() => trying.send({ params })}
      >
        {t('notifications.test')}
      </Button>
      <Button
        variant="quiet"
        isBusy={removing.isBusy}
        aria-label={t('notifications.removeTargetOf', { name })}
        onClick={() => removing.send({ params })}
      >
        {t('notifications.removeTarget')}
      </Button>
    </li>
  )
}

function TargetForm({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const [name, setName] = useState('')
  const [url, setUrl] = useState('')
  const [kind, setKind] = useState<Target['kind']>('slack')
  const adding = useSending(addTarget, () => {
    say(t('settings.saved'))
    onClose()
  })
  return (
    <FormDialog
      title={t('notifications.addTarget')}
      does={t('settings.save')}
      isBusy={adding.isBusy}
      problem={adding.problem}
      whyNot={name.trim() === '' || url.trim() === '' ? t('notifications.fillAll') : undefined}
      onClose={onClose}
      onSubmit={() =>
        adding.send({ body: { name, kind, url: url.trim(), language: currentLanguage() } })
      }
    >
      <Select
        label={t('notifications.kind')}
        value={kind}
        options={TARGET_KINDS.map((value) => ({ value, name: KINDS[value] }))}
        onChange={setKind}
      />
      <TextField label={t('notifications.targetName')} value={name} onChange={setName} />
      <TextField
        label={t('notifications.url')}
        hint={t('notifications.urlHint')}
        type="url"
        autoComplete="off"
        value={url}
        onChange={setUrl}
      />
    </FormDialog>
  )
}
