import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { Link, getRouteApi } from '@tanstack/react-router'
import { ArrowLeft, Files, Printer } from 'lucide-react'

import { readEvidenceBundle } from '#contract/collecting/desk/brief/bundle'

import { addressOf } from '../../api/call.ts'
import { ballAction } from '../../features/collecting/ball/ball-action.ts'
import { ballOf } from '../../features/collecting/ball/ball.ts'
import { BallOffer } from '../../features/collecting/ball/BallOffer.tsx'
import { useDesk } from '../../features/collecting/desk/use-desk.tsx'
import { visitBriefOf } from '../../features/collecting/visit/visit.ts'
import { VisitBrief } from '../../features/collecting/visit/VisitBrief.tsx'
import { ActionButton } from '../../frame/ActionButton.tsx'
import { Page } from '../../frame/Page.tsx'
import { currentLanguage, useT } from '../../language/texts.ts'
import { buttonLook } from '../../ui/button-look.ts'
import { Button } from '../../ui/Button.tsx'

const route = getRouteApi('/frame/customers/$customerId/brief')

export function VisitPage() {
  const t = useT()
  const { customerId } = route.useParams()
  const { data: brief } = useSuspenseQuery(visitBriefOf(customerId))
  const subject = { customerId, name: brief.customer.name }
  const { actions, dialog } = useDesk(subject, () => {})
  const offer = useQuery(ballOf(customerId)).data?.offer
  return (
    <Page
      hasAsOf={false}
      title={t('visit.title', { name: brief.customer.name })}
      before={
        <Link
          to="/customers/$customerId"
          params={{ customerId }}
          aria-label={t('visit.whole')}
          className="inline-flex size-8 shrink-0 items-center justify-center rounded-6 text-soft hover:bg-hover hover:text-ink pointer-coarse:size-11 print:hidden"
        >
          <ArrowLeft size={16} aria-hidden />
        </Link>
      }
      actions={
        <>
          <Link
            to="/customers/$customerId/outcome"
            params={{ customerId }}
            className={`${buttonLook('primary')} max-lg:hidden`}
          >
            {t('desk.do.outcome')}
          </Link>
          <a
            href={addressOf(readEvidenceBundle, {
              params: { customerId },
              query: { language: currentLanguage() },
            })}
            target="_blank"
            rel="noreferrer"
            className={buttonLook('quiet')}
          >
            <Files size={16} aria-hidden />
            <span className="max-sm:sr-only">{t('visit.bundle', { count: brief.documents })}</span>
          </a>
          <Button
            variant="quiet"
            icon={<Printer size={16} aria-hidden />}
            className="max-lg:hidden"
            onClick={() => print()}
          >
            {t('visit.print')}
          </Button>
        </>
      }
    >
      <VisitBrief
        brief={brief}
        actions={
          <>
            {offer && (
              <div className="basis-full">
                <BallOffer customerId={customerId} offer={offer} />
              </div>
            )}
            <ActionButton action={ballAction(actions)} hasIcon />
          </>
        }
      />
      {dialog}
      <div className="sticky bottom-0 border-t border-line bg-surface px-4 py-2.5 lg:hidden print:hidden">
        <Link
          to="/customers/$customerId/outcome"
          params={{ customerId }}
          className={`${buttonLook('primary', 'large')} w-full`}
        >
          {t('desk.do.outcome')}
        </Link>
      </div>
    </Page>
  )
}
