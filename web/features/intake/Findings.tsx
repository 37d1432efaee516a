import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { correctImport, downloadRejectedRows } from '#contract/intake/imports'

import { addressOf } from '../../api/call.ts'
import { useDoing } from '../../api/query.ts'
import { sentenceOf } from '../../api/sentence.ts'
import { may, useMember } from '../../api/session.ts'
import { textOfCode, useT } from '../../language/texts.ts'
import { buttonLook } from '../../ui/button-look.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Chip, type Tone } from '../../ui/Chip.tsx'
import { TextField } from '../../ui/fields/TextField.tsx'
import { say } from '../../ui/toasts.ts'
import { type Finding, findingsOf, type ImportDetail } from './imports.ts'
import { LineDialog } from './LineDialog.tsx'
import { columnOf } from './place.ts'

const TONES: Readonly<Record<Finding['severity'], Tone>> = {
  error: 'act',
  warning: 'soon',
  info: 'plain',
}

/** What is wrong with the file, line by line; a cell is corrected in place and tried again. */
export function Findings({ detail }: { readonly detail: ImportDetail }) {
  const t = useT()
  const { data } = useQuery(findingsOf(detail))
  if (!data || data.rows.length === 0) return null
  const canCorrect = detail.state === 'to_apply' || detail.state === 'to_map'
  return (
    <Card
      title={t('imports.findings.title')}
      beside={
        detail.errors > 0 && (
          <a
            href={addressOf(downloadRejectedRows, { params: { importId: detail.id } })}
            download
            className={buttonLook('quiet')}
          >
            {t('imports.findings.download')}
          </a>
        )
      }
      hasPadding={false}
    >
      <ul className="border-t border-line">
        {data.rows.map((finding) => (
          <FindingRow key={finding.id} detail={detail} finding={finding} canCorrect={canCorrect} />
        ))}
      </ul>
      {data.next !== null && (
        <p className="px-4 py-2 text-12 text-soft">{t('imports.findings.more')}</p>
      )}
    </Card>
  )
}

type RowProps = {
  readonly detail: ImportDetail
  readonly finding: Finding
  readonly canCorrect: boolean
}

function FindingRow({ detail, finding, canCorrect }: RowProps) {
  const t = useT()
  const { severity, code, line, column, value, details, isCorrected } = finding
  const known = columnOf(finding, detail.inspection?.columns ?? [])
  const heading = known?.heading ?? column
  const place = [
    line !== null && t('imports.findings.line', { line }),
    heading !== null && t('imports.findings.column', { column: heading }),
    value !== null && t('imports.findings.value', { value }),
  ].filter(Boolean)
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 text-13 last:border-b-0">
      <Chip tone={TONES[severity]}>{t(`imports.severity.${severity}`)}</Chip>
      <span className="min-w-56 flex-1">
        <span className="block">{textOfCode(`imports.finding.${code}`, details) ?? code}</span>
        <span className="text-12 text-soft">{place.join(' · ')}</span>
      </span>
      {isCorrected && <Chip>{t('imports.findings.corrected')}</Chip>}
      {canCorrect && !isCorrected && severity !== 'info' && line !== null && (
        <Correction detail={detail} line={line} position={known?.position} value={value ?? ''} />
      )}
    </li>
  )
}

type CorrectionProps = {
  readonly detail: ImportDetail
  readonly line: number
  readonly position: number | undefined
  readonly value: string
}

function Correction({ detail, line, position, value }: CorrectionProps) {
  const t = useT()
  const who = useMember()
  const correct = useDoing(correctImport)
  const [text, setText] = useState(value)
  const [isLooking, setLooking] = useState(false)
  const whyNot = may(who, 'imports.apply') ? undefined : t('desk.whyNot.role')
  const send = (
    correction:
      | { kind: 'cell'; line: number; position: number; text: string }
      | { kind: 'leave_out'; line: number },
  ) =>
    correct.mutate(
      { params: { importId: detail.id }, body: { corrections: [correction] } },
      { onError: (error) => void say(sentenceOf(error), { tone: 'act' }) },
    )
  return (
    <>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (position !== undefined) send({ kind: 'cell', line, position, text })
        }}
      >
        {position !== undefined && (
          <>
            <TextField label={t('imports.findings.instead')} value={text} onChange={setText} />
            <Button type="submit" whyNot={whyNot} isBusy={correct.isPending}>
              {t('imports.findings.correct')}
            </Button>
          </>
        )}
        <Button variant="quiet" onClick={() => setLooking(true)}>
          {t('imports.findings.look')}
        </Button>
        <Button variant="quiet" whyNot={whyNot} onClick={() => send({ kind: 'leave_out', line })}>
          {t('imports.findings.leaveOut')}
        </Button>
      </form>
      {isLooking && (
        <LineDialog importId={detail.id} line={line} onClose={() => setLooking(false)} />
      )}
    </>
  )
}
