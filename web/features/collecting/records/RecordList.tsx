import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { FileSignature } from 'lucide-react'

import { may, useMember } from '../../../api/session.ts'
import { useT } from '../../../language/texts.ts'
import { buttonLook } from '../../../ui/button-look.ts'
import { Card } from '../../../ui/Card.tsx'
import { Chip } from '../../../ui/Chip.tsx'
import { InstantText } from '../../../ui/InstantText.tsx'
import { recordsOf, STATE_TONES } from './records.ts'

/** What was put in writing with a customer, and the way to make more. */
export function RecordList({ customerId }: { readonly customerId: string }) {
  const t = useT()
  const member = useMember()
  const records = useQuery(recordsOf(customerId)).data?.records
  if (!records) return null
  const mayMake = may(member, 'records.make')
  if (records.length === 0 && !mayMake) return null
  return (
    <Card
      title={t('records.list')}
      beside={
        mayMake && (
          <Link
            to="/customers/$customerId/record"
            params={{ customerId }}
            className={buttonLook('quiet')}
          >
            <FileSignature size={16} aria-hidden />
            {t('records.make')}
          </Link>
        )
      }
    >
      {records.length === 0 ? (
        <p className="text-13 text-soft">{t('records.none')}</p>
      ) : (
        <ul className="flex flex-col">
          {records.map(({ id, kind, state, signerName, madeAt, signedAt, isTest, seal }) => (
            <li
              key={id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 text-13 first:border-0"
            >
              <Link
                to="/records/$recordId"
                params={{ recordId: id }}
                className="min-w-0 flex-1 font-medium underline-offset-2 hover:underline"
              >
                {t(`records.kinds.${kind}`)}
                <span className="block text-12 font-regular text-soft">
                  {signerName} · <InstantText at={signedAt ?? madeAt} />
                </span>
              </Link>
              {isTest && <Chip tone="soon">{t('records.testMail')}</Chip>}
              {seal === 'not_sealed' && <Chip tone="act">{t('records.unsealed')}</Chip>}
              <Chip tone={STATE_TONES[state]}>{t(`records.states.${state}`)}</Chip>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
