import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

import { sentenceOf } from '../../api/sentence.ts'
import { useT } from '../../language/texts.ts'
import { FileDrop } from '../../ui/FileDrop.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { say } from '../../ui/toasts.ts'
import { upload } from './upload.ts'

type ImportDropProps = {
  readonly entityId: string
  /** One file came in: its page is next. */
  readonly onOne: (importId: string) => void
}

/** Where files are dropped: ledgers, e-invoices and evidence, several at once. */
export function ImportDrop({ entityId, onOne }: ImportDropProps) {
  const t = useT()
  const client = useQueryClient()
  const [share, setShare] = useState<number | null>(null)
  const send = async (files: readonly File[]) => {
    if (files.length === 0) return
    setShare(0)
    try {
      const { imports } = await upload(files, entityId, setShare)
      await client.invalidateQueries()
      const [only] = imports
      if (only && imports.length === 1) onOne(only.id)
    } catch (error) {
      say(sentenceOf(error), { tone: 'act' })
    } finally {
      setShare(null)
    }
  }
  if (share !== null) return <Progress label={t('imports.uploading')} share={share} />
  return (
    <FileDrop
      label={t('imports.drop')}
      hint={t('imports.dropHint')}
      accept=".csv,.txt,.tsv,.xlsx,.xml,.pdf"
      onFiles={(files) => void send(files)}
    />
  )
}
