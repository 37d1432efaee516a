import { clsx } from 'clsx'
import { Upload } from 'lucide-react'
import { useRef, useState } from 'react'

import { useT } from '../language/texts.ts'
import { Button } from './Button.tsx'

type FileDropProps = {
  readonly label: string
  readonly hint?: string | undefined
  /** As the `accept` of a file field: '.csv,.xlsx'. */
  readonly accept?: string | undefined
  readonly onFiles: (files: readonly File[]) => void
}

export function FileDrop({ label, hint, accept, onFiles }: FileDropProps) {
  const t = useT()
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the button does the same without a pointer
    <section
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onFiles([...event.dataTransfer.files])
      }}
      className={clsx(
        'flex flex-col items-center gap-3 rounded-12 border border-dashed px-6 py-10 text-center transition-colors duration-100',
        isOver ? 'border-brand bg-brand-soft' : 'border-line-strong bg-surface',
      )}
    >
      <Upload size={20} aria-hidden className="text-faint" />
      <p className="text-14 font-medium">{isOver ? t('ui.file.release') : label}</p>
      {hint !== undefined && <p className="max-w-104 text-13 text-pretty text-soft">{hint}</p>}
      <input
        ref={input}
        type="file"
        multiple
        accept={accept}
        aria-label={t('ui.file.choose')}
        className="hidden"
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <Button onClick={() => input.current?.click()}>{t('ui.file.choose')}</Button>
    </section>
  )
}
