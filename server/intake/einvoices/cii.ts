import { type Day } from '../../kernel/day.ts'
import { attachmentOf } from './attachment.ts'
import {
  type Attachment,
  type Discount,
  type EinvoiceDocument,
  type Instalment,
  type Party,
  type PaymentMeans,
  type PrecedingInvoice,
  type Terms,
  type Totals,
} from './document.ts'
import { all, attribute, first, type Tag, text, texts } from './tree.ts'
import { dayOfText, discountsOfText, identifiers, isCreditNoteType } from './values.ts'

/**
 * Reads a UN/CEFACT CrossIndustryInvoice D16B by the bindings of CEN/TS 16931-3-3 with the
 * extensions of Factur-X, and ZUGFeRD 1.0, which says the same with other names for the groups.
 */
export function documentOfCii(root: Tag, lineCount: number): EinvoiceDocument {
  const { header, context, agreement, delivery, settlement } = groupsOf(root)
  const typeCode = text(header, 'TypeCode')
  const currency = text(settlement, 'InvoiceCurrencyCode')
  const terms = termsOf(settlement)
  return {
    syntax: root.name === 'CrossIndustryDocument' ? 'zugferd1' : 'cii',
    kind: isCreditNoteType(typeCode) ? 'credit_note' : 'invoice',
    number: text(header, 'ID'),
    typeCode,
    guideline: text(context, 'GuidelineSpecifiedDocumentContextParameter/ID'),
    issueDate: day(header, 'IssueDateTime'),
    dueDate: terms.instalments[0]?.dueDate ?? null,
    deliveryDate: day(delivery, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime'),
    period: {
      start: day(settlement, 'BillingSpecifiedPeriod/StartDateTime'),
      end: day(settlement, 'BillingSpecifiedPeriod/EndDateTime'),
    },
    currency,
    totals: totalsOf(settlement, currency),
    seller: partyOf(first(agreement, 'SellerTradeParty')),
    buyer: partyOf(first(agreement, 'BuyerTradeParty')),
    payee: text(settlement, 'PayeeTradeParty/Name'),
    buyerReference: text(agreement, 'BuyerReference'),
    orderReference: referenceOf(first(agreement, 'BuyerOrderReferencedDocument')),
    contractReference: referenceOf(first(agreement, 'ContractReferencedDocument')),
    projectReference: text(agreement, 'SpecifiedProcuringProject/ID'),
    precedingInvoices: precedingOf(settlement),
    paymentReference: text(settlement, 'PaymentReference'),
    paymentMeans: all(settlement, 'SpecifiedTradeSettlementPaymentMeans').map((tag) =>
      paymentMeansOf(tag, settlement),
    ),
    terms,
    notes: texts(header, 'IncludedNote/Content'),
    attachments: attachmentsOf(agreement),
    lineCount,
    isTest: text(context, 'TestIndicator/Indicator') === 'true',
    written: {
      issueDate: dayText(header, 'IssueDateTime'),
      dueDate: dayText(settlement, 'SpecifiedTradePaymentTerms/DueDateDateTime'),
    },
  }
}

type Groups = Readonly<
  Record<'header' | 'context' | 'agreement' | 'delivery' | 'settlement', Tag | null>
>

function groupsOf(root: Tag): Groups {
  const trade =
    first(root, 'SupplyChainTradeTransaction') ??
    first(root, 'SpecifiedSupplyChainTradeTransaction')
  const group = (name: string): Tag | null =>
    first(trade, `ApplicableHeaderTrade${name}`) ??
    first(trade, `ApplicableSupplyChainTrade${name}`)
  return {
    header: first(root, 'ExchangedDocument') ?? first(root, 'HeaderExchangedDocument'),
    context:
      first(root, 'ExchangedDocumentContext') ?? first(root, 'SpecifiedExchangedDocumentContext'),
    agreement: group('Agreement'),
    delivery: group('Delivery'),
    settlement: group('Settlement'),
  }
}

function precedingOf(settlement: Tag | null): PrecedingInvoice[] {
  return all(settlement, 'InvoiceReferencedDocument').flatMap((tag) => {
    const number = referenceOf(tag)
    return number === null ? [] : [{ number, issueDate: day(tag, 'FormattedIssueDateTime') }]
  })
}

function attachmentsOf(agreement: Tag | null): Attachment[] {
  return all(agreement, 'AdditionalReferencedDocument').flatMap((tag) =>
    attachmentOf(first(tag, 'AttachmentBinaryObject'), {
      name: referenceOf(tag),
      description: text(tag, 'Name'),
    }),
  )
}

function totalsOf(settlement: Tag | null, currency: string | null): Totals {
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

function partyOf(party: Tag | null): Party {
  const taxIds = identifiers(party, 'SpecifiedTaxRegistration/ID')
  const address = first(party, 'PostalTradeAddress')
  const contact = first(party, 'DefinedTradeContact')
  const mail = first(contact, 'EmailURIUniversalCommunication')
  return {
    name: text(party, 'Name'),
    tradingName: text(party, 'SpecifiedLegalOrganization/TradingBusinessName'),
    vatId: taxIds.find(({ scheme }) => scheme?.toUpperCase() === 'VA')?.id ?? null,
    taxId: taxIds.find(({ scheme }) => scheme?.toUpperCase() !== 'VA')?.id ?? null,
    legalId: identifiers(party, 'SpecifiedLegalOrganization/ID')[0] ?? null,
    endpoint: identifiers(party, 'URIUniversalCommunication/URIID')[0] ?? null,
    identifiers: [...identifiers(party, 'ID'), ...identifiers(party, 'GlobalID')],
    address: {
      lines: ['LineOne', 'LineTwo', 'LineThree'].flatMap((line) => texts(address, line)),
      postcode: text(address, 'PostcodeCode'),
      city: text(address, 'CityName'),
      region: text(address, 'CountrySubDivisionName'),
      country: text(address, 'CountryID'),
    },
    contact: {
      name: text(contact, 'PersonName') ?? text(contact, 'DepartmentName'),
      phone: text(contact, 'TelephoneUniversalCommunication/CompleteNumber'),
      email: text(mail, 'URIID') ?? text(mail, 'CompleteNumber'),
    },
  }
}

function paymentMeansOf(tag: Tag, settlement: Tag | null): PaymentMeans {
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
function termsOf(settlement: Tag | null): Terms {
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

/** The number of another document; ZUGFeRD 1.0 calls it plainly ID. */
function referenceOf(tag: Tag | null): string | null {
  return text(tag, 'IssuerAssignedID') ?? text(tag, 'ID')
}

function day(from: Tag | null, path: string): Day | null {
  const written = dayText(from, path)
  return written === null ? null : dayOfText(written)
}

function dayText(from: Tag | null, path: string): string | null {
  return text(from, `${path}/DateTimeString`) ?? text(from, `${path}/DateTime`) ?? text(from, path)
}
