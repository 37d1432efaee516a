import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'

import { changeMandateLimits } from '#contract/collecting/desk/mandates'

import { may, useMember } from '../../../api/session.ts'
import { useSending } from '../../../api/use-sending.ts'
import { Loaded } from '../../../frame/Loaded.tsx'
import { useT } from '../../../language/texts.ts'
import { Banner } from '../../../ui/Banner.tsx'
import { Button } from '../../../ui/Button.tsx'
import { useReader } from '../../../ui/reader.ts'
import { SaveBar } from '../../../ui/SaveBar.tsx'
import { Section } from '../../../ui/Section.tsx'
import { say } from '../../../ui/toasts.ts'
import { useDraft } from '../../../ui/use-draft.ts'
import { organisation } from '../../access/settings.ts'
import { limitText } from './limit-text.ts'
import { LimitRowCard } from './LimitRowCard.tsx'
import { type LimitsReply, mandateLimits } from './limits.ts'
import { LimitsEffect } from './LimitsEffect.tsx'

/** What sellers may offer by policy: rows by segment, currency and amount, and what holds without one. */
export function MandatePolicy() {
  return (
    <Loaded query={useQuery(mandateLimits)} rows={8}>
      {(saved) => <Chapter saved={saved} />}
    </Loaded>
  )
}

function Chapter({ saved }: { readonly saved: LimitsReply }) {
  const t = useT()
  const { locale } = useReader()
  const canChange = may(useMember(), 'mandates.set')
  const currency = useQuery(organisation).data?.reportingCurrency ?? 'EUR'
  const { draft, isChanged, change, discard } = useDraft({ rows: saved.rows })
  const { send, isBusy, problem } = useSending(changeMandateLimits, () => {
    discard()
    say(t('settings.saved'))
  })
  const { rows } = draft
  const add = () =>
    change({
      rows: [...rows, { ...saved.usual, segment: null, currency, upToMinor: null }],
    })
  return (
    <>
      {!canChange && (
        <div className="mb-4">
          <Banner isBox>{t('mandates.policy.readOnly')}</Banner>
        </div>
      )}
      <Section title={t('mandates.policy.usual')} text={t('mandates.policy.usualText')}>
        <p className="rounded-8 bg-surface p-4 text-13 shadow-raised">
          {limitText(t, saved.usual, locale)}.{' '}
          {t(`mandates.left.beyondRole.${saved.usual.approver}`)}
        </p>
      </Section>
      <Section title={t('mandates.policy.rows')} text={t('mandates.policy.rowsText')}>
        <ul className="flex flex-col gap-3">
          {rows.map((row, at) => (
            <LimitRowCard
              // oxlint-disable-next-line react/no-array-index-key -- a row is known by its place until it is saved
              key={at}
              row={row}
              canChange={canChange}
              onChange={(part) =>
                change({ rows: rows.map((one, of) => (of === at ? { ...one, ...part } : one)) })
              }
              onRemove={() => change({ rows: rows.filter((_, of) => of !== at) })}
            />
          ))}
        </ul>
        {rows.length === 0 && <p className="text-13 text-soft">{t('mandates.policy.none')}</p>}
        {canChange && (
          <div className="mt-3">
            <Button icon={<Plus size={16} aria-hidden />} onClick={add}>
              {t('mandates.policy.add')}
            </Button>
          </div>
        )}
      </Section>
      <SaveBar
        does={t('mandates.policy.save')}
        isChanged={isChanged}
        isBusy={isBusy}
        problem={problem}
        onDiscard={discard}
        onSave={() => send({ body: { rows } })}
      >
        <LimitsEffect rows={rows} />
      </SaveBar>
    </>
  )
}
