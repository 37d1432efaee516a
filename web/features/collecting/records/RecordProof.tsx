import { useT } from '../../../language/texts.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip, type Tone } from '../../../ui/Chip.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { longDay } from '../../../ui/format/day.ts'
import { InstantText } from '../../../ui/InstantText.tsx'
import { useReader } from '../../../ui/reader.ts'
import { CheckFile } from './CheckFile.tsx'
import { exactTime } from './exact-time.ts'
import { LimitationSource } from './LimitationSource.tsx'
import type { RecordRead } from './records.ts'

/** Beside the document: the seal, what it means for limitation, every event and mail, and the check. */
export function RecordProof({ record }: { readonly record: RecordRead }) {
  return (
    <aside className="flex min-w-0 flex-col gap-4">
      <SealCard record={record} />
      <LimitationCard record={record} />
      <AuditCard record={record} />
      <MailCard record={record} />
    </aside>
  )
}

const SHOWN_HASH = 16

function Hash({ hash }: { readonly hash: string }) {
  return (
    <span title={hash} className="figures">
      {hash.slice(0, SHOWN_HASH)}…
    </span>
  )
}

function SealCard({ record }: { readonly record: RecordRead }) {
  const t = useT()
  const { seal, documentHash, verifyUrl } = record
  return (
    <Card title={t('records.proof')}>
      <Facts
        facts={[
          ...(seal && seal.state !== 'not_sealed'
            ? [
                { name: t('records.sealedAt'), value: <InstantText at={seal.sealedAt} /> },
                { name: t('records.level'), value: t(`records.levels.${seal.state}`) },
                { name: t('records.certificate'), value: <Hash hash={seal.fingerprint} /> },
              ]
            : []),
          { name: t('records.hash'), value: <Hash hash={documentHash} /> },
        ]}
      />
      {seal?.sha256 && <CheckFile sha256={seal.sha256} verifyUrl={verifyUrl} />}
    </Card>
  )
}

function LimitationCard({ record: { restarts, limitation } }: { readonly record: RecordRead }) {
  const t = useT()
  const { locale } = useReader()
  const [first] = restarts
  if (!first) return null
  return (
    <Card title={t('records.limitation')}>
      <Facts
        facts={restarts.map(({ number, endsOn }) => ({
          name: number,
          value: endsOn
            ? t('records.limitationUntil', { day: longDay(endsOn, locale) })
            : t('records.limitationCounsel'),
        }))}
      />
      {limitation && (
        <div className="mt-2">
          <LimitationSource limitation={{ ...limitation, source: first.source }} />
        </div>
      )}
    </Card>
  )
}

function AuditCard({ record: { audit, signature, timeZone } }: { readonly record: RecordRead }) {
  const t = useT()
  const { locale } = useReader()
  return (
    <Card title={t('records.audit')}>
      <ol className="flex flex-col gap-2 text-13">
        {audit.map(({ at, name, by }) => (
          <li key={`${at} ${name}`}>
            {t(`records.events.${name}`)}
            <span className="block text-12 text-soft">
              <time dateTime={at} className="figures">
                {exactTime(at, locale, timeZone)}
              </time>
              {name === 'signed' ? <> · {signature?.name}</> : by && <> · {by.name}</>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

type Mail = RecordRead['mails'][number]

const DELIVERY_TONES: Readonly<Record<Mail['delivery'], Tone>> = {
  waiting: 'plain',
  handed_over: 'plain',
  accepted: 'plain',
  refused: 'act',
  unknown: 'soon',
  given_up: 'plain',
}

function MailCard({ record: { mails } }: { readonly record: RecordRead }) {
  const t = useT()
  if (mails.length === 0) return null
  return (
    <Card title={t('records.mails')}>
      <ul className="flex flex-col gap-2 text-13">
        {mails.map(({ id, kind, address, delivery, isTest, askedAt }) => (
          <li key={id} className="min-w-0">
            {t(`records.mailKinds.${kind}`)}{' '}
            <Chip tone={DELIVERY_TONES[delivery]}>{t(`records.deliveries.${delivery}`)}</Chip>{' '}
            {isTest && <Chip tone="soon">{t('records.testMail')}</Chip>}
            <span className="block truncate text-12 text-soft">
              {address} · <InstantText at={askedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
