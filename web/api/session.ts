import { useSuspenseQuery } from '@tanstack/react-query'

import { getMe } from '#contract/access'

import type { Permission } from '../../server/http/permissions.ts'
import type { ReplyOf } from './call.ts'
import { asking } from './query.ts'

export type Me = ReplyOf<typeof getMe>
export type Member = Me & { readonly organisation: NonNullable<Me['organisation']> }
export type { Permission }

const REFRESH_MILLISECONDS = 10 * 60_000

/** Who is signed in. Asked again now and then, so that the day changes on a page left open. */
export const me = { ...asking(getMe, {}), refetchInterval: REFRESH_MILLISECONDS }

export function isMember(who: Me): who is Member {
  return who.organisation !== null
}

/** The person on this page, in their organisation: pages within the frame always have one. */
export function useMember(): Member {
  const { data } = useSuspenseQuery(me)
  if (!isMember(data)) throw new Error('a page of the frame without an organisation')
  return data
}

export function may(who: Me, permission: Permission): boolean {
  return who.permissions.includes(permission)
}
