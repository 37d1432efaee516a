import type { LinkProps } from '@tanstack/react-router'
import { Handshake, type LucideIcon, MessageCircleQuestion, Sun, Users } from 'lucide-react'

import { type Me, may, type Permission } from '../api/session.ts'

export type Place = {
  readonly name:
    | 'today'
    | 'customers'
    | 'run'
    | 'promises'
    | 'disputes'
    | 'insight'
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
  { name: 'promises', to: '/promises', key: 'p', icon: Handshake, permission: 'customers.read' },
  {
    name: 'disputes',
    to: '/disputes',
    key: 'd',
    icon: MessageCircleQuestion,
    permission: 'customers.read',
  },
]

/** Where this person goes: what their role never uses is not in the way. */
export function placesOf(who: Me): readonly Place[] {
  return places.filter(({ permission }) => permission === null || may(who, permission))
}
