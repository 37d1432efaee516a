import { Ellipsis } from 'lucide-react'
import type { ComponentProps } from 'react'

import { useT } from '../../../language/texts.ts'
import { IconButton } from '../../../ui/IconButton.tsx'

type DeskMenuTriggerProps = Omit<ComponentProps<typeof IconButton>, 'label' | 'icon'>

/** The three dots; the menu behind them comes when it is needed. */
export function DeskMenuTrigger(props: DeskMenuTriggerProps) {
  const t = useT()
  return (
    <IconButton
      {...props}
      label={t('desk.do.more')}
      hasTooltip={false}
      icon={<Ellipsis size={16} />}
    />
  )
}
