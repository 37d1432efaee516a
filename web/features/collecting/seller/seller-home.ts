import { readSellerHome } from '#contract/collecting/desk/seller-home'

import type { ReplyOf } from '../../../api/call.ts'
import { asking } from '../../../api/query.ts'

export type SellerCustomer = ReplyOf<typeof readSellerHome>['needsYou'][number]

export const sellerHome = asking(readSellerHome, {})

/** Fetched by those whose day it is. */
export const loadSellerHome = () => import('./SellerHome.tsx')
