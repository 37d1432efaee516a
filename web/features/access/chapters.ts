import {
  Bell,
  Building2,
  CalendarDays,
  CircleUser,
  Inbox,
  Landmark,
  type LucideIcon,
  Mail,
  MessageCircleQuestion,
  Scale,
  ScrollText,
  ShieldCheck,
  UsersRound,
} from 'lucide-react'

import { may, type Member, type Permission } from '../../api/session.ts'

export type Chapter = {
  readonly name:
    | 'account'
    | 'notifications'
    | 'meetings'
    | 'organisation'
    | 'people'
    | 'companies'
    | 'policy'
    | 'mandates'
    | 'departments'
    | 'email'
    | 'templates'
    | 'mailbox'
  readonly to: `/settings/${string}`
  readonly icon: LucideIcon
  readonly permission: Permission | null
  readonly isOfDemo?: boolean
}

const CHAPTERS = [
  { name: 'account', to: '/settings/account', icon: CircleUser, permission: null },
  { name: 'notifications', to: '/settings/notifications', icon: Bell, permission: null },
  {
    name: 'meetings',
    to: '/settings/meetings',
    icon: CalendarDays,
    permission: 'ball.take',
  },
  { name: 'organisation', to: '/settings/organisation', icon: Building2, permission: null },
  { name: 'people', to: '/settings/people', icon: UsersRound, permission: 'people.read' },
  { name: 'companies', to: '/settings/companies', icon: Landmark, permission: null },
  { name: 'policy', to: '/settings/policy', icon: Scale, permission: null },
  { name: 'mandates', to: '/settings/mandates', icon: ShieldCheck, permission: null },
  {
    name: 'departments',
    to: '/settings/departments',
    icon: MessageCircleQuestion,
    permission: 'customers.read',
  },
  { name: 'email', to: '/settings/email', icon: Mail, permission: 'mail.settings' },
  { name: 'templates', to: '/settings/templates', icon: ScrollText, permission: 'templates.read' },
  {
    name: 'mailbox',
    to: '/settings/mailbox',
    icon: Inbox,
    permission: 'messages.read',
    isOfDemo: true,
  },
] as const satisfies readonly Chapter[]

/** The chapters of the settings that this person can read. */
export function chaptersOf(member: Member) {
  return CHAPTERS.filter(
    (chapter) =>
      (chapter.permission === null || may(member, chapter.permission)) &&
      (!('isOfDemo' in chapter) || member.organisation.isDemo),
  )
}
