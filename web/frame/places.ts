import type { LinkProps } from '@tanstack/react-router'
import {
  BadgeCheck,
  CalendarRange,
  ChartNoAxesCombined,
  FileInput,
  Handshake,
  type LucideIcon,
  MessageCircleQuestion,
  Milestone,
  Send,
  Settings,
  Sun,
  Users,
  UsersRound,
} from 'lucide-react'

import { type Me, may, type Permission } from '../api/session.ts'

export type Place = {
  readonly name:
    | 'today'
    | 'customers'
    | 'run'
    | 'promises'
    | 'plans'
    | 'disputes'
    | 'approvals'
    | 'insight'
    | 'team'
    | 'playbooks'
    | 'imports'
    | 'settings'
  readonly to: NonNullable<LinkProps['to']>
  readonly key: string
  readonly icon: LucideIcon
  readonly permission: Permission | null
  /** Daily work above the line, what is set up now and then below it. */
  readonly isBelow?: boolean
}

const places: readonly Place[] = [
  { name: 'today', to: '/today', key: 't', icon: Sun, permission: 'tasks.read' },
  { name: 'customers', to: '/customers', key: 'c', icon: Users, permission: 'customers.read' },
  { name: 'run', to: '/run', key: 'r', icon: Send, permission: 'runs.read' },
  { name: 'promises', to: '/promises', key: 'p', icon: Handshake, permission: 'customers.read' },
  { name: 'plans', to: '/plans', key: 'l', icon: CalendarRange, permission: 'customers.read' },
  {
    name: 'disputes',
    to: '/disputes',
    key: 'd',
    icon: MessageCircleQuestion,
    permission: 'customers.read',
  },
  // For those who ask and those who decide.
  {
    name: 'approvals',
    to: '/approvals',
    key: 'a',
    icon: BadgeCheck,
    permission: 'plans.propose',
  },
  {
    name: 'insight',
    to: '/insight',
    key: 'i',
    icon: ChartNoAxesCombined,
    permission: 'figures.read',
  },
  { name: 'team', to: '/team', key: 'e', icon: UsersRound, permission: 'team.read' },
  {
    name: 'playbooks',
    to: '/playbooks',
    key: 'b',
    icon: Milestone,
    permission: 'playbooks.read',
    isBelow: true,
  },
  {
    name: 'imports',
    to: '/import',
    key: 'm',
    icon: FileInput,
    permission: 'imports.read',
    isBelow: true,
  },
  { name: 'settings', to: '/settings', key: 's', icon: Settings, permission: null, isBelow: true },
]

/** Where this person goes: what their role never uses is not in the way. */
export function placesOf(who: Me): readonly Place[] {
  return places.filter(({ permission }) => permission === null || may(who, permission))
}
