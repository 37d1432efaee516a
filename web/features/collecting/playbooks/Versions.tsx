import { useT } from '../../../language/texts.ts'
import { Chip } from '../../../ui/Chip.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import type { Playbook } from './playbooks.ts'

/** Which version customers follow, and which one waits. */
export function Versions({ playbook }: { readonly playbook: Playbook }) {
  const t = useT()
  const { inForce, draft } = playbook
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-13">
      <li className="flex items-center gap-2">
        {inForce ? (
          <>
            <Chip tone="brand">{t('playbooks.version', { version: inForce.version })}</Chip>
            <span className="text-soft">
              {t('playbooks.inForceSince')} <InstantText at={inForce.since} />
            </span>
          </>
        ) : (
          <Chip>{t('playbooks.isOff')}</Chip>
        )}
      </li>
      {draft && (
        <li className="flex items-center gap-2">
          <Chip tone="soon">{t('playbooks.draftVersion', { version: draft.version })}</Chip>
          <span className="text-soft">
            {t('playbooks.savedAt')} <InstantText at={draft.savedAt} />
          </span>
        </li>
      )}
    </ul>
  )
}
