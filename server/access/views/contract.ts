import * as z from 'zod'

import { Id, refusals } from '../../http/contract.ts'

const Name = z.string().trim().min(1).max(100)
const Page = z.string().regex(/^[a-z][a-z-]{0,40}$/)
/** Filters, sort and columns as the page writes them into its address. */
const Search = z.string().max(4000)

const View = z.object({
  id: Id,
  page: Page,
  name: z.string(),
  search: z.string(),
  isShared: z.boolean(),
  isMine: z.boolean(),
  by: z.string(),
})

export const listViews = {
  method: 'GET',
  url: '/views',
  permission: 'member',
  summary: "One's own saved views of a page and those that colleagues share.",
  schema: {
    querystring: z.object({ page: Page.optional() }),
    response: { 200: z.object({ views: z.array(View) }), ...refusals },
  },
} as const

export const saveView = {
  method: 'POST',
  url: '/views',
  permission: 'member',
  summary: 'Keeps a view under a name.',
  schema: {
    body: z.object({
      page: Page,
      name: Name,
      search: Search,
      isShared: z.boolean().default(false),
    }),
    response: { 201: View, ...refusals },
  },
} as const

export const changeView = {
  method: 'PATCH',
  url: '/views/:id',
  permission: 'member',
  summary: 'Renames, shares or changes a view of one’s own.',
  schema: {
    params: z.object({ id: Id }),
    body: z.object({
      name: Name.optional(),
      search: Search.optional(),
      isShared: z.boolean().optional(),
    }),
    response: { 200: View, ...refusals },
  },
} as const

export const removeView = {
  method: 'DELETE',
  url: '/views/:id',
  permission: 'member',
  summary: 'Removes a view of one’s own.',
  schema: { params: z.object({ id: Id }), response: { 200: z.object({}), ...refusals } },
} as const
