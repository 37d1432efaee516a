import type { ButtonVariant } from '../ui/button-look.ts'
import { Button } from '../ui/Button.tsx'
import type { Action } from './action.ts'

type ActionButtonProps = {
  readonly action: Action
  readonly variant?: ButtonVariant | undefined
  readonly size?: 'normal' | 'large' | undefined
  readonly hasIcon?: boolean
  readonly isBusy?: boolean | undefined
}

export function ActionButton({
  action,
  variant,
  size,
  hasIcon = false,
  isBusy,
}: ActionButtonProps) {
  const Icon = action.icon
  return (
    <Button
      variant={variant}
      size={size}
      isBusy={isBusy}
      keyHint={action.keys}
      whyNot={action.whyNot}
      onClick={action.run}
      icon={hasIcon && Icon ? <Icon size={16} aria-hidden /> : undefined}
    >
      {action.name}
    </Button>
  )
}
