import { X } from 'lucide-react'
import { type ReactNode, useLayoutEffect, useState } from 'react'

import { signRecord } from '#contract/collecting/desk/records'

import { useSending } from '../../../api/use-sending.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Checkbox } from '../../../ui/fields/Checkbox.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Layer } from '../../../ui/layer.ts'
import { say } from '../../../ui/toasts.ts'
import { DocumentView } from './DocumentView.tsx'
import type { RecordRead } from './records.ts'
import { SignaturePad, type Strokes } from './SignaturePad.tsx'

type SignHereProps = { readonly record: RecordRead; readonly onClose: () => void }

/** The device is handed to the customer: what they sign, in their language, and nothing else. */
export function SignHere({ record, onClose }: SignHereProps) {
  const { screen, document, documentHash, signer } = record
  const [name, setName] = useState(signer.name)
  const [role, setRole] = useState(signer.role)
  const [typed, setTyped] = useState('')
  const [strokes, setStrokes] = useState<Strokes>([])
  const [agrees, setAgrees] = useState(false)
  const [missing, setMissing] = useState<string | null>(null)
  const { send, isBusy, problem } = useSending(signRecord, () => {
    say(screen.signed)
    onClose()
  })
  const isDrawn = strokes.length > 0
  const lacks = () => {
    if (name.trim() === '') return screen.missingName
    if (!isDrawn && typed.trim() === '') return screen.missingSignature
    return agrees ? null : screen.missingConsent
  }
  const sign = () => {
    const lack = lacks()
    setMissing(lack)
    if (lack !== null) return
    send({
      params: { recordId: record.id },
      body: {
        name,
        role,
        typed: isDrawn ? '' : typed,
        strokes: strokes.map((stroke) => stroke.map((point) => [...point])),
        consent: document.consent,
        documentHash,
      },
    })
  }
  const problems = missing ?? problem
  return (
    <FullScreen label={document.title} onClose={onClose}>
      <DocumentView document={document} />
      <form
        lang={document.language}
        noValidate
        className="mt-8 flex flex-col gap-4 border-t border-line pt-6"
        onSubmit={(event) => {
          event.preventDefault()
          sign()
        }}
      >
        <h2 className="text-16 font-strong">{screen.sign}</h2>
        <TextField label={screen.name} value={name} maxLength={120} onChange={setName} />
        <TextField
          label={screen.role}
          hint={screen.roleHint}
          value={role}
          maxLength={120}
          onChange={setRole}
        />
        <SignaturePad
          label={screen.draw}
          hint={screen.drawHint}
          clear={screen.clear}
          strokes={strokes}
          onChange={setStrokes}
        />
        <TextField
          label={screen.orType}
          value={typed}
          maxLength={120}
          autoComplete="off"
          onChange={setTyped}
        />
        <Checkbox label={document.consent} isChecked={agrees} onChange={setAgrees} />
        {problems !== undefined && problems !== null && (
          <Banner tone="act" isBox>
            {problems}
          </Banner>
        )}
        <Button type="submit" variant="primary" size="large" isBusy={isBusy}>
          {screen.doSign}
        </Button>
      </form>
    </FullScreen>
  )
}

type FullScreenProps = {
  readonly label: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** Over everything: whoever holds the device sees this alone. */
function FullScreen({ label, onClose, children }: FullScreenProps) {
  const t = useT()
  const [element, setElement] = useState<HTMLDialogElement | null>(null)
  useLayoutEffect(() => {
    element?.showModal()
    return () => element?.close()
  }, [element])
  return (
    <dialog
      ref={setElement}
      aria-label={label}
      onClose={onClose}
      className="fixed inset-0 m-0 h-dvh max-h-none w-full max-w-none overflow-y-auto bg-canvas text-ink"
    >
      <Layer value={element}>
        <div className="mx-auto max-w-180 px-4 pt-3 pb-16">
          <div className="mb-2 flex justify-end">
            <IconButton label={t('ui.close')} icon={<X size={16} />} onClick={onClose} />
          </div>
          {children}
        </div>
      </Layer>
    </dialog>
  )
}
