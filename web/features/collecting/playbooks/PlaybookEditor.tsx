import { Milestone } from 'lucide-react'
import { Suspense } from 'react'

import { later } from '../../../api/later.ts'
import { useMember } from '../../../api/session.ts'
import { ActionButton } from '../../../frame/ActionButton.tsx'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { SaveBar } from '../../../ui/SaveBar.tsx'
import { FindingList } from './FindingList.tsx'
import { LiveExample } from './LiveExample.tsx'
import { PlaybookRules } from './PlaybookRules.tsx'
import type { Playbook } from './playbooks.ts'
import { Rehearsal } from './Rehearsal.tsx'
import { StepLine } from './StepLine.tsx'
import { useEditor } from './use-editor.ts'
import { usePlaybookActions } from './use-playbook-actions.ts'
import { VersionHistory } from './VersionHistory.tsx'
import { Versions } from './Versions.tsx'

const StepSheet = later(async () => ({ default: (await import('./StepSheet.tsx')).StepSheet }))
const SwitchOn = later(async () => ({ default: (await import('./SwitchOn.tsx')).SwitchOn }))

/** A playbook on its line of days, with what it would do beside what it does now. */
export function PlaybookEditor({ playbook }: { readonly playbook: Playbook }) {
  const t = useT()
  const { organisation } = useMember()
  const editor = useEditor(playbook)
  const { add, switchOn, archive, layer, close } = usePlaybookActions(editor)
  const { content, findings, openStep, canEdit } = editor
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2">
        <Versions playbook={playbook} />
        <span className="flex-1" />
        {canEdit && <ActionButton action={archive} variant="quiet" />}
        {switchOn && <ActionButton action={switchOn} variant="primary" />}
      </div>
      {playbook.isArchived && (
        <Banner tone="soon" isBox>
          {t('playbooks.isArchived')}
        </Banner>
      )}
      <Card title={t('playbooks.line')} beside={canEdit && <ActionButton action={add} hasIcon />}>
        {content.steps.length === 0 ? (
          <EmptyState
            icon={Milestone}
            title={t('playbooks.noSteps')}
            text={t('playbooks.noStepsText')}
          />
        ) : (
          <StepLine
            steps={content.steps}
            findings={findings}
            isReadOnly={!canEdit}
            onOpen={editor.setOpenStep}
            onChange={editor.changeStep}
            onRemove={editor.removeStep}
          />
        )}
      </Card>
      <FindingList findings={findings} steps={content.steps} onOpen={editor.setOpenStep} />
      <div className="grid items-start gap-4 xl:grid-cols-2 xl:grid-rows-[auto_1fr]">
        <LiveExample content={editor.settled} />
        <div className="xl:col-start-2 xl:row-span-2 xl:row-start-1">
          <PlaybookRules editor={editor} currency={organisation.reportingCurrency} />
        </div>
        <VersionHistory editor={editor} />
      </div>
      {playbook.draft && <Rehearsal playbookId={playbook.id} isChanged={editor.isChanged} />}
      <Suspense>
        {openStep && (
          <StepSheet
            key={openStep.key}
            step={openStep}
            isReadOnly={!canEdit}
            currency={organisation.reportingCurrency}
            onChange={(part) => editor.changeStep(openStep.key, part)}
            onRemove={() => editor.removeStep(openStep.key)}
            onClose={() => editor.setOpenStep(null)}
          />
        )}
        {layer === 'switch_on' && <SwitchOn playbook={playbook} onClose={close} />}
      </Suspense>
      <SaveBar
        does={t('playbooks.saveDraft')}
        isChanged={editor.isChanged}
        isBusy={editor.isBusy}
        problem={editor.problem}
        whyNot={editor.name.trim() === '' ? t('playbooks.nameFirst') : undefined}
        onDiscard={editor.discard}
        onSave={editor.save}
      >
        <span className="text-soft">{t('playbooks.notSaved')}</span>
      </SaveBar>
    </div>
  )
}
