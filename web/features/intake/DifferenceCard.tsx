import { applyImport, cancelImport } from '#contract/intake/imports'

import { useDoing } from '../../api/query.ts'
import { sentenceOf } from '../../api/sentence.ts'
import { may, useMember } from '../../api/session.ts'
import { useT } from '../../language/texts.ts'
import { Banner } from '../../ui/Banner.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Money } from '../../ui/Money.tsx'
import { say } from '../../ui/toasts.ts'
import type { Difference, ImportDetail } from './imports.ts'

const SUBJECTS = ['customers', 'contacts', 'receivables', 'payments'] as const
const TALLIES = ['new', 'changed', 'same', 'gone', 'rejected'] as const

type DifferenceProps = { readonly detail: ImportDetail; readonly difference: Difference }

/** What the file would change in today's ledger, and whether its totals agree with what was read. */
export function DifferenceCard({ detail, difference }: DifferenceProps) {
  const t = useT()
  const isOff = difference.controls.some(({ isReconciled }) => !isReconciled)
  return (
    <Card title={t('imports.difference.title')}>
      <div className="overflow-x-auto">
        <table className="w-full text-13">
          <thead className="text-12 text-soft">
            <tr>
              <th scope="col">
                <span className="sr-only">{t('imports.difference.title')}</span>
              </th>
              {TALLIES.map((tally) => (
                <th key={tally} scope="col" className="pb-1 text-right font-regular">
                  {t(`imports.difference.${tally}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SUBJECTS.map((subject) => (
              <tr key={subject} className="border-t border-line">
                <th scope="row" className="py-1.5 text-left font-regular">
                  {t(`imports.difference.${subject}`)}
                </th>
                {TALLIES.map((tally) => (
                  <td key={tally} className="figures py-1.5 text-right">
                    {difference[subject][tally] || <span className="text-faint">–</span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3 className="mt-5 mb-1 text-13 font-strong">{t('imports.difference.open')}</h3>
      <ul className="text-13">
        {difference.open.map(({ before, after }) => (
          <li key={after.currency} className="border-t border-line py-1.5">
            <Money amount={before} /> <span className="text-faint">→</span>{' '}
            <span className="font-medium">
              <Money amount={after} />
            </span>
          </li>
        ))}
      </ul>
      <h3 className="mt-5 mb-1 text-13 font-strong">{t('imports.difference.controls')}</h3>
      <ul className="text-13">
        {difference.controls.map(({ currency, field, file, read, isReconciled }) => (
          <li
            key={`${currency}/${field}`}
            className="flex flex-wrap justify-between gap-x-4 border-t border-line py-1.5"
          >
            <span>
              {t(`imports.field.${field}`)} · {t('imports.rows', { count: file.count })}
            </span>
            <span className={isReconciled ? 'text-soft' : 'text-act'}>
              <Money amount={file.amount} isEven /> {isReconciled ? '=' : '≠'}{' '}
              <Money amount={read.amount} isEven />{' '}
              {isReconciled ? t('imports.difference.agrees') : t('imports.difference.differs')}
            </span>
          </li>
        ))}
      </ul>
      {isOff && (
        <div className="mt-3">
          <Banner tone="soon" isBox>
            {t('imports.difference.off')}
          </Banner>
        </div>
      )}
      {detail.state === 'to_apply' && <Apply detail={detail} />}
    </Card>
  )
}

function Apply({ detail }: { readonly detail: ImportDetail }) {
  const t = useT()
  const who = useMember()
  const apply = useDoing(applyImport)
  const cancel = useDoing(cancelImport)
  const whyNot = may(who, 'imports.apply') ? undefined : t('desk.whyNot.role')
  const params = { importId: detail.id }
  const go = (goodRows: boolean) => apply.mutate({ params, body: { goodRows } }, { onError })
  return (
    <div className="mt-5 flex flex-wrap gap-2">
      <Button
        variant="primary"
        isBusy={apply.isPending}
        whyNot={whyNot ?? (detail.errors > 0 ? t('imports.apply.errors') : undefined)}
        onClick={() => go(false)}
      >
        {t('imports.apply.do')}
      </Button>
      {detail.errors > 0 && (
        <Button isBusy={apply.isPending} whyNot={whyNot} onClick={() => go(true)}>
          {t('imports.apply.good', { count: detail.errors })}
        </Button>
      )}
      <Button
        variant="quiet"
        isBusy={cancel.isPending}
        whyNot={whyNot}
        onClick={() => cancel.mutate({ params }, { onError })}
      >
        {t('imports.apply.cancel')}
      </Button>
    </div>
  )
}

function onError(error: unknown): void {
  say(sentenceOf(error), { tone: 'act' })
}
