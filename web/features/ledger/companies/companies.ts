import { listEntities } from '#contract/ledger/legal-entities'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type Company = ReplyOf<typeof listEntities>['entities'][number]

export const companies = asking(listEntities, {})
