import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { savePlaybookDraft } from '#contract/collecting/playbooks'

import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { t } from '../../../language/texts.ts'
import { say } from '../../../ui/toasts.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { useSettled } from '../../talking/templates/use-settled.ts'
import {
  type Content,
  EMPTY,
  type Finding,
  findingsOf,
  type Playbook,
  type Step,
} from './playbooks.ts'
import { newStep, withoutStep, withStep } from './steps.ts'

const NONE: readonly Finding[] = []

/** A playbook being changed: what is on the page, what is wrong with it, and the way to keep it. */
export function useEditor(playbook: Playbook) {
  const canEdit = may(useMember(), 'playbooks.edit') && !playbook.isArchived
  const saved = playbook.draft?.content ?? playbook.inForce?.content ?? EMPTY
  const { draft, change, isChanged, discard } = useDraft<{
    readonly name: string
    readonly content: Content
  }>({ name: playbook.name, content: saved })
  const [openStep, setOpenStep] = useState<string | null>(null)
  const settled = useSettled(draft.content)
  const { data } = useQuery({ ...findingsOf(settled), enabled: canEdit })
  const saving = useSending(savePlaybookDraft, () => {
    discard()
    say(t('playbooks.draftSaved'))
  })
  const setContent = (content: Content) => change({ content })
  return {
    playbook,
    canEdit,
    name: draft.name,
    content: draft.content,
    settled,
    isChanged,
    findings: data?.findings ?? NONE,
    openStep: draft.content.steps.find(({ key }) => key === openStep),
    problem: saving.problem,
    isBusy: saving.isBusy,
    setName: (name: string) => change({ name }),
    setContent,
    setOpenStep,
    discard,
    changeStep: (key: string, part: Partial<Step>) =>
      setContent(withStep(draft.content, key, part)),
    removeStep: (key: string) => setContent(withoutStep(draft.content, key)),
    addStep: () => {
      const step = newStep(draft.content.steps, t('playbooks.newStep'))
      setContent({ ...draft.content, steps: [...draft.content.steps, step] })
      setOpenStep(step.key)
    },
    save: () => saving.send({ params: { id: playbook.id }, body: draft }),
  }
}

export type Editor = ReturnType<typeof useEditor>
