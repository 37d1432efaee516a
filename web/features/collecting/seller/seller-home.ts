import { readSellerHome } from '#contract/collecting/desk/seller-home'

import { asking } from '../../../api/query.ts'

export const sellerHome = asking(readSellerHome, {})
