import { Link } from '@tanstack/react-router'

import { sealRecord } from '#contract/collecting/desk/records'

import { useCalling } from '../../../api/use-calling.ts'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { say } from '../../../ui/toasts.ts'
import type { RecordRead } from './records.ts'

type Props = { readonly record: RecordRead }

/** What somebody has to know or do: never silent. */
export function Notices({ record }: Props) {
  const t = useT()
  const calling = useCalling()
  const { state, seal, signature, id } = record
  const again = async () => {
    if (await calling(sealRecord, { params: { recordId: id } })) say(t('records.sealing'))
  }
  return (
    <>
      {signature?.isTest && (
        <Banner tone="soon" isBox>
          {t('records.isTest')}
        </Banner>
      )}
      {state === 'overtaken' && (
        <Banner isBox>{t(`records.overtaken.${record.overtakenBy ?? 'changed'}`)}</Banner>
      )}
      <EndingNotice record={record} />
      <SuccessionNotice record={record} />
      {signature && !seal && (
        <Banner tone="clock" isBox>
          {t('records.sealing')}
        </Banner>
      )}
      {seal?.state === 'not_sealed' && (
        <Banner
          tone="act"
          isBox
          action={<Button onClick={() => void again()}>{t('records.sealAgain')}</Button>}
        >
          {t('records.notSealed', {
            problem: t(`records.problems.${seal.problem ?? 'certificate_ended'}`),
          })}
        </Banner>
      )}
      {seal?.state === 'sealed_b_b' && seal.problem && state === 'signed' && (
        <Banner tone="soon" isBox>
          {t('records.noTimestamp', { problem: t(`records.problems.${seal.problem}`) })}
        </Banner>
      )}
    </>
  )
}

/** How it ended that was not signed or does not count, in the words of whoever ended it. */
function EndingNotice({ record: { ending } }: Props) {
  const t = useT()
  if (!ending) return null
  const { kind, why, from } = ending
  if (kind === 'withdrawn') return <Banner isBox>{t('records.withdrawnBecause', { why })}</Banner>
  return (
    <Banner tone="act" isBox>
      {t('records.refusedBecause', { why })}
      {from && (
        <span className="mt-1 line-clamp-3 text-12 break-words text-soft" title={from.agent}>
          {t('records.refusedFrom', {
            address: from.address,
            network: from.from,
            agent: from.agent || t('records.unknownBrowser'),
          })}
        </span>
      )}
    </Banner>
  )
}

/** What took its place or will, and what it takes the place of. */
function SuccessionNotice({ record: { state, supersededBy, supersedesId } }: Props) {
  const t = useT()
  return (
    <>
      {supersededBy && (
        <Banner
          isBox
          action={<RecordLink recordId={supersededBy.id} text={t('records.readNewer')} />}
        >
          {state !== 'signed'
            ? t('records.replaced')
            : supersededBy.state === 'waiting'
              ? t('records.willReplace')
              : t('records.notReplaced')}
        </Banner>
      )}
      {supersedesId && (
        <p className="flex flex-wrap gap-x-3 text-13 text-soft">
          {t('records.replaces')}
          <RecordLink recordId={supersedesId} text={t('records.readEarlier')} />
        </p>
      )}
    </>
  )
}

function RecordLink({ recordId, text }: { readonly recordId: string; readonly text: string }) {
  return (
    <Link
      to="/records/$recordId"
      params={{ recordId }}
      className="shrink-0 font-medium text-brand underline-offset-2 hover:underline"
    >
      {text}
    </Link>
  )
}
