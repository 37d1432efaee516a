import { Plus, Power, Save } from 'lucide-react'
import { useState } from 'react'

import { archivePlaybook } from '#contract/collecting/playbooks'

import { useCalling } from '../../../api/use-calling.ts'
import type { Action } from '../../../frame/action.ts'
import { useActions } from '../../../frame/actions.ts'
import { type T, useT } from '../../../language/texts.ts'
import { say } from '../../../ui/toasts.ts'
import type { Editor } from './use-editor.ts'

type Layer = 'switch_on' | null

/** What can be done with a playbook: add a step, save, switch on, archive. */
export function usePlaybookActions(editor: Editor) {
  const t = useT()
  const calling = useCalling()
  const [layer, setLayer] = useState<Layer>(null)
  const { playbook } = editor
  const archiving = async () => {
    if (await calling(archivePlaybook, { params: { id: playbook.id } }))
      say(t('playbooks.archived'))
  }
  const add: Action = {
    id: 'playbook.add',
    name: t('playbooks.addStep'),
    group: 'page',
    keys: 'n',
    icon: Plus,
    run: editor.addStep,
  }
  const archive: Action = {
    id: 'playbook.archive',
    name: t('playbooks.archive'),
    group: 'page',
    run: () => void archiving(),
  }
  const switchOn = switchOnAction(t, editor, () => setLayer('switch_on'))
  const save: Action = {
    id: 'playbook.save',
    name: t('playbooks.saveDraft'),
    group: 'page',
    keys: 'mod+s',
    icon: Save,
    run: editor.save,
  }
  useActions(
    editor.canEdit
      ? [add, ...(editor.isChanged ? [save] : []), ...(switchOn ? [switchOn] : []), archive]
      : [],
  )
  return { add, archive, switchOn, layer, close: () => setLayer(null) }
}

function switchOnAction(t: T, editor: Editor, run: () => void): Action | null {
  const { playbook, canEdit, isChanged, findings } = editor
  if (!canEdit || playbook.draft === null) return null
  const hasErrors = findings.some(({ severity }) => severity === 'error')
  return {
    id: 'playbook.switch_on',
    name: t('playbooks.switchOn'),
    group: 'page',
    icon: Power,
    whyNot: isChanged
      ? t('playbooks.saveFirst')
      : hasErrors
        ? t('refusals.playbook_has_errors')
        : undefined,
    run,
  }
}
