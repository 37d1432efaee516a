import { readSellerHome } from '#contract/collecting/desk/seller-home'

import { asking } from '../../../api/query.ts'

export const sellerHome = asking(readSellerHome, {})

/** Fetched by those whose day it is. */
export const loadSellerHome = () => import('./SellerHome.tsx')
