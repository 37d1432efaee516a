import { useQuery, useQueryClient } from '@tanstack/react-query'

import { sentenceOf } from '../../../api/sentence.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import { say } from '../../../ui/toasts.ts'
import { changeText } from './change-words.ts'
import { type PlaybookVersion, versionOf, versionsOf } from './playbooks.ts'
import type { Editor } from './use-editor.ts'

/** Every version that there was: what it changed, who wrote it, who switched it on. */
export function VersionHistory({ editor }: { readonly editor: Editor }) {
  const t = useT()
  return (
    <Card title={t('playbooks.versions.title')} hasPadding={false}>
      <Loaded query={useQuery(versionsOf(editor.playbook.id))} rows={3}>
        {({ rows }) => (
          <ol>
            {rows.map((version) => (
              <Version key={version.version} version={version} editor={editor} />
            ))}
          </ol>
        )}
      </Loaded>
    </Card>
  )
}

type VersionProps = { readonly version: PlaybookVersion; readonly editor: Editor }

const TONES = { draft: 'soon', in_force: 'brand', replaced: 'plain' } as const

function Version({ version, editor }: VersionProps) {
  const t = useT()
  const { state, changes } = version
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-t border-line px-4 py-3 text-13">
      <div className="flex w-40 shrink-0 flex-wrap items-center gap-2">
        <span className="font-medium">{t('playbooks.version', { version: version.version })}</span>
        <Chip tone={TONES[state]}>{t(`playbooks.versions.states.${state}`)}</Chip>
      </div>
      <div className="min-w-60 flex-1">
        {changes.length === 0 ? (
          <p className="text-soft">{t('playbooks.versions.first')}</p>
        ) : (
          <ul className="flex flex-col gap-0.5">
            {changes.map((change) => (
              <li key={`${change.kind}/${change.stepKey}`}>{changeText(t, change)}</li>
            ))}
          </ul>
        )}
        <Who version={version} />
      </div>
      {editor.canEdit && state === 'replaced' && <TakeUp version={version} editor={editor} />}
    </li>
  )
}

function Who({ version }: { readonly version: PlaybookVersion }) {
  const t = useT()
  const { savedAt, savedBy, switchedOnAt, switchedOnBy } = version
  return (
    <p className="mt-1 text-12 text-faint">
      {savedBy === null
        ? t('playbooks.versions.cameAlong')
        : t('playbooks.versions.savedBy', { name: savedBy.name })}
      {' · '}
      <InstantText at={savedAt} />
      {switchedOnAt !== null && savedBy !== null && (
        <>
          {' · '}
          {t('playbooks.versions.switchedOnBy', { name: switchedOnBy?.name ?? 'Goodterms' })}{' '}
          <InstantText at={switchedOnAt} />
        </>
      )}
    </p>
  )
}

/** An older version comes back as a draft: it is looked at and switched on like any other. */
function TakeUp({ version, editor }: VersionProps) {
  const t = useT()
  const client = useQueryClient()
  const take = async () => {
    try {
      const asked = versionOf(editor.playbook.id, version.version)
      editor.setContent((await client.fetchQuery(asked)).content)
      say(t('playbooks.versions.taken', { version: version.version }))
    } catch (error) {
      say(sentenceOf(error), { tone: 'act' })
    }
  }
  return <Button onClick={() => void take()}>{t('playbooks.versions.take')}</Button>
}
