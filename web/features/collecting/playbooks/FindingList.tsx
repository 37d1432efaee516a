import { CircleAlert, Info } from 'lucide-react'

import { textOfCode, useT } from '../../../language/texts.ts'
import type { Finding, Step } from './playbooks.ts'

type FindingListProps = {
  readonly findings: readonly Finding[]
  readonly steps: readonly Step[]
  readonly onOpen: (key: string) => void
}

/** What is wrong with the draft and what is only unusual; a press leads to the step. */
export function FindingList({ findings, steps, onOpen }: FindingListProps) {
  const t = useT()
  if (findings.length === 0) return null
  const nameOf = (key: string) => steps.find((step) => step.key === key)?.name ?? key
  return (
    <ul aria-label={t('playbooks.findings')} className="flex flex-col gap-1.5">
      {findings.map(({ code, severity, stepKey, values }) => (
        <li
          key={`${code}/${stepKey}`}
          className={
            severity === 'error'
              ? 'flex items-start gap-2.5 rounded-6 bg-act-soft px-3 py-2 text-13'
              : 'flex items-start gap-2.5 rounded-6 bg-soon-soft px-3 py-2 text-13'
          }
        >
          {severity === 'error' ? (
            <CircleAlert size={16} aria-label={t('playbooks.error')} className="mt-0.5 text-act" />
          ) : (
            <Info size={16} aria-label={t('playbooks.warning')} className="mt-0.5 text-soon" />
          )}
          <span className="min-w-0 flex-1">
            {stepKey !== null && (
              <button
                type="button"
                onClick={() => onOpen(stepKey)}
                className="mr-1 rounded-4 font-medium underline underline-offset-2"
              >
                {nameOf(stepKey)}
              </button>
            )}
            {textOfCode(`playbooks.codes.${code}`, values) ?? code}
          </span>
        </li>
      ))}
    </ul>
  )
}
