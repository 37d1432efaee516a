import { type ReactNode, useId } from 'react'

import { useT } from '../language/texts.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

type FormDialogProps = {
  readonly title: string
  readonly text?: ReactNode
  /** What the button will do. */
  readonly does: string
  readonly tone?: 'primary' | 'danger'
  readonly children: ReactNode
  readonly onSubmit: () => void
  readonly onClose: () => void
  /** What the server answered, as a sentence. */
  readonly problem?: string | undefined
  readonly whyNot?: string | undefined
  readonly isBusy?: boolean | undefined
  readonly isSheet?: boolean
  readonly width?: 'narrow' | 'normal' | 'wide'
}

/** A few fields and one button. Ctrl or ⌘ with Enter does what the button does. */
export function FormDialog(props: FormDialogProps) {
  const t = useT()
  const id = useId()
  const mayNot = props.whyNot !== undefined || props.isBusy === true
  const submit = () => {
    if (!mayNot) props.onSubmit()
  }
  return (
    <Dialog
      isOpen
      onClose={props.onClose}
      title={props.title}
      text={props.text}
      width={props.width ?? 'normal'}
      isSheet={props.isSheet ?? false}
      actions={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form={id}
            variant={props.tone ?? 'primary'}
            isBusy={props.isBusy}
            whyNot={props.whyNot}
          >
            {props.does}
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a shortcut for the button */}
      <form
        id={id}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) submit()
        }}
        className="flex flex-col gap-4"
      >
        {props.children}
        {props.problem !== undefined && (
          <Banner tone="act" isBox>
            {props.problem}
          </Banner>
        )}
      </form>
    </Dialog>
  )
}
