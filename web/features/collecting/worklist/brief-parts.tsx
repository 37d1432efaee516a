import { Link } from '@tanstack/react-router'
import { Check, Mail, Phone } from 'lucide-react'

import { completeTask } from '#contract/collecting/desk/tasks'

import { useCalling } from '../../../api/use-calling.ts'
import { textOfCode, useT } from '../../../language/texts.ts'
import { DayText, DueText, NearDay, nearDayText } from '../../../ui/DayText.tsx'
import { IconButton } from '../../../ui/IconButton.tsx'
import { Money } from '../../../ui/Money.tsx'
import { useReader } from '../../../ui/reader.ts'
import { say } from '../../../ui/toasts.ts'
import type { Brief } from '../desk/subject.ts'
import { BriefPart } from './BriefPart.tsx'

type PartProps = { readonly brief: Brief }

export function BriefItems({ brief }: PartProps) {
  const t = useT()
  if (brief.items.length === 0) return null
  return (
    <BriefPart title={t('desk.brief.open')}>
      <table className="w-full">
        <tbody>
          {brief.items.map(({ id, number, dueOn, openMinor, currency }) => (
            <tr key={id} className="border-b border-line last:border-0">
              <th scope="row" className="py-1.5 pr-3 text-left font-medium">
                {number}
              </th>
              <td className="py-1.5 pr-3 text-soft">
                <DueText day={dueOn} />
              </td>
              <td className="py-1.5 text-right">
                <Money amount={{ minor: openMinor, currency }} isAligned />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {brief.moreItems > 0 && (
        <Link
          to="/customers/$customerId"
          params={{ customerId: brief.customer.id }}
          search={{ tab: 'items' }}
          className="mt-1 inline-block font-medium text-brand underline-offset-2 hover:underline"
        >
          {t('desk.brief.moreItems', { count: brief.moreItems })}
        </Link>
      )}
    </BriefPart>
  )
}

export function BriefPromises({ brief }: PartProps) {
  const t = useT()
  const open = brief.promises.filter(({ state }) => state === 'open')
  if (open.length === 0) return null
  return (
    <BriefPart title={t('desk.brief.promises')}>
      <ul>
        {open.map(({ id, amount, promisedFor }) => (
          <li key={id} className="flex justify-between gap-3 py-0.5">
            <NearDay day={promisedFor} />
            <Money amount={amount} isAligned />
          </li>
        ))}
      </ul>
    </BriefPart>
  )
}

export function BriefWords({ brief }: PartProps) {
  const t = useT()
  const { today, locale } = useReader()
  const { lastWords, lastMessage } = brief
  return (
    <BriefPart title={t('desk.brief.lastWords')}>
      {lastWords ? (
        <blockquote className="border-l-2 border-line-strong pl-3">
          <p className="line-clamp-4 whitespace-pre-line">
            <q>{lastWords.text}</q>
          </p>
          <footer className="mt-1 text-12 text-faint">
            <DayText day={lastWords.on} />
          </footer>
        </blockquote>
      ) : (
        <p className="text-soft">{t('desk.brief.noWords')}</p>
      )}
      {lastMessage && (
        <p className="mt-2 text-12 text-faint">
          {t('desk.brief.lastMessage', {
            step: lastMessage.step,
            when: nearDayText(t, lastMessage.on, today, locale),
          })}
        </p>
      )}
    </BriefPart>
  )
}

export function BriefTasks({ brief }: PartProps) {
  const t = useT()
  const calling = useCalling()
  if (brief.tasks.length === 0) return null
  return (
    <BriefPart title={t('desk.brief.tasks')}>
      <ul>
        {brief.tasks.map(({ id, kind, note, reason, dueOn }) => (
          <li key={id} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">
              <span className="font-medium">
                {textOfCode(`desk.task.${kind}`, undefined) ?? kind}
              </span>
              {note !== '' && <span className="text-soft"> · {note}</span>}
              {reason !== '' && (
                <span className="block truncate text-12 text-soft">
                  {textOfCode(`gate.${reason}`, undefined)}
                </span>
              )}
            </span>
            <span className="text-12 text-soft">
              <NearDay day={dueOn} />
            </span>
            <IconButton
              label={t('desk.task.done')}
              icon={<Check size={16} />}
              onClick={() =>
                void calling(completeTask, {
                  params: { taskId: id },
                  body: { outcome: 'done' },
                }).then((isDone) => isDone && say(t('desk.task.doneSaid')))
              }
            />
          </li>
        ))}
      </ul>
    </BriefPart>
  )
}

export function BriefContact({ brief }: PartProps) {
  const t = useT()
  const { contact } = brief
  const link =
    'inline-flex items-center gap-1.5 font-medium text-brand underline-offset-2 hover:underline'
  return (
    <BriefPart title={t('desk.brief.contact')}>
      {contact ? (
        <div className="flex flex-wrap gap-x-5 gap-y-1">
          {contact.name !== '' && <span>{contact.name}</span>}
          {contact.phone !== '' && (
            <a href={`tel:${contact.phone}`} className={link}>
              <Phone size={14} aria-hidden /> {contact.phone}
            </a>
          )}
          {contact.email !== '' && (
            <a href={`mailto:${contact.email}`} className={link}>
              <Mail size={14} aria-hidden /> {contact.email}
            </a>
          )}
        </div>
      ) : (
        <p className="text-soft">
          {t('desk.brief.noContact')}{' '}
          <Link
            to="/customers/$customerId"
            params={{ customerId: brief.customer.id }}
            search={{ tab: 'contacts' }}
            className={link}
          >
            {t('desk.brief.addContact')}
          </Link>
        </p>
      )}
    </BriefPart>
  )
}
