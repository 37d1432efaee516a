import { CircleSlash } from 'lucide-react'

import { useT } from '../language/texts.ts'
import { EmptyState } from './EmptyState.tsx'

/** Who may change it is named when it is known. */
export function NoPermission({ who }: { readonly who?: string | undefined }) {
  const t = useT()
  return (
    <EmptyState
      icon={CircleSlash}
      title={t('ui.state.forbiddenTitle')}
      text={t('ui.state.forbiddenText', { who: who ?? t('ui.state.anAdministrator') })}
    />
  )
}
