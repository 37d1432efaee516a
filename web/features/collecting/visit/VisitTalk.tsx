import { Mail, Phone } from 'lucide-react'

import { textOfCode, useT } from '../../../language/texts.ts'
import { DayText, nearDayText } from '../../../ui/DayText.tsx'
import { clockTime, dayOf, shortDay } from '../../../ui/format/day.ts'
import { useReader } from '../../../ui/reader.ts'
import { BriefPart } from '../worklist/BriefPart.tsx'
import type { VisitBrief } from './visit.ts'

type PartProps = { readonly brief: VisitBrief }

/** What the customer said last, in their own words. */
export function VisitSaid({ brief: { said } }: PartProps) {
  const t = useT()
  return (
    <BriefPart title={t('visit.said')}>
      {said.length === 0 && <p className="text-soft">{t('visit.nothingSaid')}</p>}
      {said.map(({ on, kind, text }) => (
        <blockquote key={`${on} ${text}`} className="mb-2 border-l-2 border-line-strong pl-3">
          <p className="line-clamp-4 whitespace-pre-line print:line-clamp-3">
            <q>{text}</q>
          </p>
          <footer className="text-12 text-faint">
            <DayText day={on} /> · {t(`visit.saidHow.${kind}`)}
          </footer>
        </blockquote>
      ))}
    </BriefPart>
  )
}

/** What finance has sent, what became of it, and what it will send unless something changes. */
export function VisitFinance({ brief }: PartProps) {
  const t = useT()
  const { sent } = brief
  return (
    <BriefPart title={t('visit.finance')}>
      {sent.length === 0 && <p className="text-soft">{t('visit.sentNothing')}</p>}
      <ul>
        {sent.map(({ id, on, step, state }) => (
          <li key={id}>
            <DayText day={on} /> · {step}{' '}
            <span className="text-soft">
              · {textOfCode(`visit.states.${state}`, undefined) ?? state}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-1 font-medium">
        <NextText brief={brief} />
      </p>
      <NextReasons brief={brief} />
      <Following brief={brief} />
    </BriefPart>
  )
}

function NextText({ brief: { next, today: day } }: PartProps) {
  const t = useT()
  const { today, locale, zone } = useReader()
  const step = next.step?.name ?? ''
  if (next.decision === 'nothing') return t('visit.nextNothing')
  if (next.decision === 'held') return t('visit.held')
  if (next.decision === 'decision_needed') return t('visit.nextDecision')
  if (next.decision === 'task') return t('visit.nextTask', { step })
  const { plannedAt } = next
  const when = plannedAt
    ? `${nearDayText(t, dayOf(plannedAt, zone), today, locale)} ${clockTime(plannedAt, locale, zone)}`
    : nearDayText(t, day, today, locale)
  return t('visit.next', { step, when })
}

const REASONS = 2

function NextReasons({ brief: { next } }: PartProps) {
  if (next.decision !== 'held') return null
  const reasons = [...new Set(next.reasons.map(({ code }) => code))].slice(0, REASONS)
  return (
    <p className="text-12 text-soft">
      {reasons.map((code) => textOfCode(`gate.${code}`, undefined) ?? code).join(' ')}
    </p>
  )
}

function Following({ brief: { next, today: day } }: PartProps) {
  const t = useT()
  const { today, locale } = useReader()
  const { following } = next
  if (!following || following.on <= day) return null
  return (
    <p className="text-12 text-soft">
      {t('visit.afterwards', { step: following.name, day: shortDay(following.on, today, locale) })}
    </p>
  )
}

const PEOPLE = 4

/** Whom to talk to: one tap calls. */
export function VisitPeople({ brief: { contacts } }: PartProps) {
  const t = useT()
  return (
    <BriefPart title={t('visit.people')}>
      {contacts.length === 0 && <p className="text-soft">{t('visit.nobody')}</p>}
      <ul className="flex flex-col gap-1">
        {contacts.slice(0, PEOPLE).map((contact) => (
          <ContactLine key={contact.id} contact={contact} />
        ))}
      </ul>
    </BriefPart>
  )
}

function ContactLine({ contact }: { readonly contact: VisitBrief['contacts'][number] }) {
  const t = useT()
  const { name, role, phone, email, hasBounced } = contact
  const called = name || email || phone
  const link =
    'inline-flex min-h-8 items-center gap-1.5 font-medium text-brand underline-offset-2 hover:underline pointer-coarse:min-h-11 print:min-h-0'
  return (
    <li className="min-w-0">
      <span className="block">
        {called}{' '}
        <span className="text-soft">
          · {t(`customer.contacts.roles.${role}`)}
          {hasBounced && ` · ${t('customer.contacts.bounced')}`}
        </span>
      </span>
      <span className="flex flex-wrap gap-x-5">
        {phone !== '' && (
          <a href={`tel:${phone}`} className={link}>
            <Phone size={14} aria-hidden />
            <span className="sr-only">{t('visit.call', { name: called })}</span> {phone}
          </a>
        )}
        {email !== '' && !hasBounced && (
          <a href={`mailto:${email}`} className={`min-w-0 ${link}`}>
            <Mail size={14} aria-hidden />
            <span className="sr-only">{t('visit.write', { name: called })}</span>{' '}
            <span className="truncate">{email}</span>
          </a>
        )}
      </span>
    </li>
  )
}
