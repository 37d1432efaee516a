import {
  type Discount,
  type Instalment,
  type PaymentMeans,
  type Terms,
  type Totals,
} from '../document.ts'
import { all, attribute, first, type Tag, text, texts } from '../tree.ts'
import { discountsOfText } from '../values.ts'
import { day } from './elements.ts'

/** BG-22 */
export function totalsOf(settlement: Tag | null, currency: string | null): Totals {
  const totals =
    first(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation') ??
    first(settlement, 'SpecifiedTradeSettlementMonetarySummation')
  const amount = (name: string): Tag | null => inCurrency(all(totals, name), currency)
  const written = (name: string): string | null => amount(name)?.text.trim() || null
  return {
    net: written('TaxBasisTotalAmount'),
    gross: written('GrandTotalAmount'),
    prepaid: written('TotalPrepaidAmount'),
    rounding: written('RoundingAmount'),
    thirdParty: [],
    payable: written('DuePayableAmount'),
    marked: {
      gross: attribute(amount('GrandTotalAmount'), 'currencyID'),
      payable: attribute(amount('DuePayableAmount'), 'currencyID'),
    },
  }
}

/** A total may stand there twice, once in the accounting currency of the tax authority. */
function inCurrency(amounts: readonly Tag[], currency: string | null): Tag | null {
  const own = amounts.find((tag) => attribute(tag, 'currencyID') === currency)
  return own ?? amounts[0] ?? null
}

/** BG-16 */
export function paymentMeansOf(tag: Tag, settlement: Tag | null): PaymentMeans {
  const account = first(tag, 'PayeePartyCreditorFinancialAccount')
  return {
    code: text(tag, 'TypeCode'),
    reference: text(settlement, 'PaymentReference'),
    account: text(account, 'IBANID') ?? text(account, 'ProprietaryID'),
    accountName: text(account, 'AccountName'),
    bic: text(tag, 'PayeeSpecifiedCreditorFinancialInstitution/BICID'),
    mandate: text(settlement, 'SpecifiedTradePaymentTerms/DirectDebitMandateID'),
  }
}

/**
 * Terms may repeat: one each for a discount and for an instalment (Factur-X EXTENDED). The date of
 * a discount is no due date while another of the terms has one.
 */
export function termsOf(settlement: Tag | null): Terms {
  const terms = all(settlement, 'SpecifiedTradePaymentTerms')
  const dated = terms.flatMap((tag) => {
    const dueDate = day(tag, 'DueDateDateTime')
    return dueDate === null ? [] : [{ tag, dueDate, amount: text(tag, 'PartialPaymentAmount') }]
  })
  const net = dated.filter(
    ({ tag }) => all(tag, 'ApplicableTradePaymentDiscountTerms').length === 0,
  )
  const instalments = (net.length > 0 ? net : dated).map(({ dueDate, amount }): Instalment => ({
    dueDate,
    amount,
  }))
  const written = terms.flatMap((tag) => texts(tag, 'Description')).join('\n') || null
  return {
    text: written,
    instalments,
    discounts: [...discountsOfText(written), ...terms.flatMap(discountsOf)],
  }
}

function discountsOf(terms: Tag): Discount[] {
  return all(terms, 'ApplicableTradePaymentDiscountTerms').flatMap((tag) => {
    const period = first(tag, 'BasisPeriodMeasure')
    const days = Number(period?.text)
    const percent = text(tag, 'CalculationPercent')
    const isDays = (attribute(period, 'unitCode') ?? 'DAY') === 'DAY'
    if (period === null || percent === null || !isDays || !Number.isSafeInteger(days)) return []
    return [{ days, percent, base: text(tag, 'BasisAmount') }]
  })
}
