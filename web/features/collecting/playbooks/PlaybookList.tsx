import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronRight, Milestone } from 'lucide-react'
import { useState } from 'react'

import { createPlaybook } from '#contract/collecting/playbooks'

import { useSending } from '../../../api/use-sending.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Select } from '../../../ui/fields/Select.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { FormDialog } from '../../../ui/FormDialog.tsx'
import { useReader } from '../../../ui/reader.ts'
import { EMPTY, type PlaybookRow, playbooks } from './playbooks.ts'
import { StepStrip } from './StepStrip.tsx'
import { segmentText } from './words.ts'

/** The playbooks in the order in which they win: a customer follows the first that fits. */
export function PlaybookList() {
  const t = useT()
  return (
    <Loaded query={useQuery(playbooks)} rows={6}>
      {({ rows }) => {
        const current = rows.filter(({ isArchived }) => !isArchived)
        if (current.length === 0) {
          return (
            <EmptyState
              icon={Milestone}
              title={t('playbooks.none')}
              text={t('playbooks.noneText')}
            />
          )
        }
        return (
          <>
            <p className="max-w-160 text-13 text-pretty text-soft">{t('playbooks.text')}</p>
            <ol className="flex flex-col gap-3">
              {current.map((playbook) => (
                <PlaybookCard key={playbook.id} playbook={playbook} />
              ))}
            </ol>
          </>
        )
      }}
    </Loaded>
  )
}

function PlaybookCard({ playbook }: { readonly playbook: PlaybookRow }) {
  const t = useT()
  const { locale } = useReader()
  const { id, name, inForce, draft, customers } = playbook
  const content = inForce?.content ?? draft?.content
  return (
    <li>
      <Link
        to="/playbooks/$playbookId"
        params={{ playbookId: id }}
        className="flex flex-col gap-2 rounded-8 bg-surface px-4 py-3 shadow-raised hover:bg-hover"
      >
        <span className="flex items-center gap-3">
          <span className="min-w-0 flex-1">
            <span className="block truncate text-14 font-strong">{name}</span>
            {content && (
              <span className="block text-13 text-soft">
                {segmentText(t, content.segment, locale)}
              </span>
            )}
          </span>
          {draft && <Chip tone="soon">{t('playbooks.hasDraft')}</Chip>}
          {inForce ? (
            <Chip tone="brand">{t('playbooks.serves', { count: customers })}</Chip>
          ) : (
            <Chip>{t('playbooks.isOff')}</Chip>
          )}
          <ChevronRight size={16} aria-hidden className="shrink-0 text-faint" />
        </span>
        {content && <StepStrip steps={content.steps} />}
      </Link>
    </li>
  )
}

/** A new playbook begins as a copy, or with nothing; nobody follows it yet. */
export function NewPlaybook({ onClose }: { readonly onClose: () => void }) {
  const t = useT()
  const navigate = useNavigate()
  const { data } = useQuery(playbooks)
  const [name, setName] = useState('')
  const [source, setSource] = useState('')
  const { send, isBusy, problem } = useSending(createPlaybook, ({ id }) => {
    onClose()
    void navigate({ to: '/playbooks/$playbookId', params: { playbookId: id } })
  })
  const copied = data?.rows.find(({ id }) => id === source)
  const content = copied?.inForce?.content ?? copied?.draft?.content ?? EMPTY
  return (
    <FormDialog
      title={t('playbooks.add')}
      text={t('playbooks.addText')}
      does={t('playbooks.addDo')}
      isBusy={isBusy}
      problem={problem}
      whyNot={name.trim() === '' ? t('playbooks.nameFirst') : undefined}
      onClose={onClose}
      onSubmit={() => send({ body: { name: name.trim(), content } })}
    >
      <TextField label={t('playbooks.name')} value={name} onChange={setName} />
      <Select
        label={t('playbooks.beginWith')}
        value={source}
        options={[
          { value: '', name: t('playbooks.nothing') },
          ...(data?.rows ?? []).map((row) => ({ value: row.id, name: row.name })),
        ]}
        onChange={setSource}
      />
    </FormDialog>
  )
}
