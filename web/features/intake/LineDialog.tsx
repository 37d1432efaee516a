import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { correctImport, getImportLine } from '#contract/intake/imports'

import type { ReplyOf } from '../../api/call.ts'
import { asking } from '../../api/query.ts'
import { useSending } from '../../api/use-sending.ts'
import { Loaded } from '../../frame/Loaded.tsx'
import { type T, useT } from '../../language/texts.ts'
import { TextField } from '../../ui/fields/TextField.tsx'
import { FormDialog } from '../../ui/FormDialog.tsx'

type LineDialogProps = {
  readonly importId: string
  readonly line: number
  readonly onClose: () => void
}

type Cell = ReplyOf<typeof getImportLine>['cells'][number]

/** A row of the file, cell by cell, to see it whole and to mend what is wrong with it. */
export function LineDialog({ importId, line, onClose }: LineDialogProps) {
  const t = useT()
  const query = useQuery(asking(getImportLine, { params: { importId, line } }))
  const [texts, setTexts] = useState<ReadonlyMap<number, string>>(new Map())
  const { send, isBusy, problem } = useSending(correctImport, onClose)
  const changed = (query.data?.cells ?? []).filter(
    (cell) => (texts.get(cell.position) ?? textOf(cell)) !== textOf(cell),
  )
  return (
    <FormDialog
      isSheet
      title={t('imports.findings.wholeLine', { line })}
      text={t('imports.findings.wholeLineText')}
      does={t('imports.findings.correct')}
      isBusy={isBusy}
      problem={problem}
      whyNot={changed.length === 0 ? t('imports.findings.nothingChanged') : undefined}
      onClose={onClose}
      onSubmit={() =>
        send({
          params: { importId },
          body: {
            corrections: changed.map(({ position }) => ({
              kind: 'cell',
              line,
              position,
              text: texts.get(position) ?? '',
            })),
          },
        })
      }
    >
      <Loaded query={query} rows={6}>
        {({ cells }) => (
          <div className="grid gap-4 sm:grid-cols-2">
            {cells.map((cell) => (
              <TextField
                key={cell.position}
                label={cell.heading || String(cell.position + 1)}
                hint={meaningOf(t, cell)}
                autoComplete="off"
                value={texts.get(cell.position) ?? textOf(cell)}
                onChange={(text) => setTexts(new Map([...texts, [cell.position, text]]))}
              />
            ))}
          </div>
        )}
      </Loaded>
    </FormDialog>
  )
}

/** What the column means, where its heading does not say just that. */
function meaningOf(t: T, { field, heading }: Cell): string | undefined {
  const meaning = field === null ? heading : t(`imports.field.${field}`)
  return meaning === heading ? undefined : meaning
}

function textOf({ text, corrected }: Cell): string {
  return corrected ?? text
}
