import { useQuery } from '@tanstack/react-query'
import { Suspense, useState } from 'react'

import { revokeMandate } from '#contract/collecting/desk/mandates'

import { later } from '../../../api/later.ts'
import { may, useMember } from '../../../api/session.ts'
import { useCalling } from '../../../api/use-calling.ts'
import { type T, useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { shortDay } from '../../../ui/format/day.ts'
import { InstantText } from '../../../ui/InstantText.tsx'
import { type Reader, useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import { limitText } from './limit-text.ts'
import { type Mandate, mandateOf } from './mandate.ts'
import { MandateLeft } from './MandateLeft.tsx'

const GrantDialog = later(async () => ({
  default: (await import('./GrantDialog.tsx')).GrantDialog,
}))

type CustomerMandateProps = {
  readonly customerId: string
  readonly customerName: string
  readonly currency: string
  readonly ownerId: string | null
}

/** What may be offered to this customer, who was given more room, and how room was used. */
export function CustomerMandate(props: CustomerMandateProps) {
  const t = useT()
  const member = useMember()
  const [isGranting, setGranting] = useState(false)
  const { customerId, currency } = props
  const { locale } = useReader()
  const { data } = useQuery(mandateOf(customerId, currency))
  return (
    <Card
      title={t('mandates.card.title')}
      beside={
        may(member, 'mandates.grant') && (
          <Button variant="quiet" onClick={() => setGranting(true)}>
            {t('mandates.card.grant')}
          </Button>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <MandateLeft customerId={customerId} currency={currency} />
        {data?.decidesThemselves === true && (
          <p className="text-13">
            {t('mandates.card.others', { limits: limitText(t, data.limits, locale) })}
          </p>
        )}
        {data && data.grants.length > 0 && <Grants mandate={data} />}
        {data && data.uses.length > 0 && <Uses mandate={data} />}
      </div>
      {isGranting && data && (
        <Suspense>
          <GrantDialog {...props} mandate={data} onClose={() => setGranting(false)} />
        </Suspense>
      )}
    </Card>
  )
}

function Grants({ mandate }: { readonly mandate: Mandate }) {
  const t = useT()
  const { today, locale } = useReader()
  const member = useMember()
  const calling = useCalling()
  const revoke = async (mandateId: string) => {
    if (await calling(revokeMandate, { params: { mandateId }, body: {} })) {
      say(t('mandates.card.revoked'))
    }
  }
  return (
    <ul aria-label={t('mandates.card.grants')} className="flex flex-col gap-3 text-13">
      {mandate.grants.map((grant) => {
        const { id, person, grantedBy, expiresOn, isInForce, reason } = grant
        const day = shortDay(expiresOn, today, locale)
        return (
          <li key={id} className="flex flex-wrap items-start gap-2">
            <span className="min-w-0 flex-1">
              <span className="font-medium">{person?.name}</span> {limitText(t, grant, locale)}
              <span className="block text-12 text-soft">
                {t('mandates.card.grantedBy', { name: grantedBy?.name ?? '–', day })}
                {reason !== '' && <> · {reason}</>}
              </span>
            </span>
            {!isInForce && <Chip>{t('mandates.card.over')}</Chip>}
            {isInForce && may(member, 'mandates.grant') && (
              <Button variant="quiet" onClick={() => void revoke(id)}>
                {t('mandates.card.revoke')}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}

function Uses({ mandate }: { readonly mandate: Mandate }) {
  const t = useT()
  const reader = useReader()
  return (
    <div>
      <h3 className="text-12 font-medium text-faint">{t('mandates.card.uses')}</h3>
      <ul className="mt-1 flex flex-col gap-1.5 text-13">
        {mandate.uses.map((use) => (
          <li key={use.id}>
            {wordsOf(t, use, reader)}
            <span className="block text-12 text-soft">
              {use.person?.name} · <InstantText at={use.usedAt} /> ·{' '}
              {t(`mandates.card.by.${use.source}`)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function wordsOf(t: T, use: Mandate['uses'][number], { today, locale }: Reader): string {
  const day = use.until === null ? '–' : shortDay(use.until, today, locale)
  return use.kind === 'plan'
    ? t('mandates.card.usedPlan', { parts: use.instalments ?? 1, day })
    : t('mandates.card.usedPromise', { day })
}
