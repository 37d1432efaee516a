import { attachmentOf } from '../attachment.ts'
import {
  type Attachment,
  type EinvoiceDocument,
  type Party,
  type PrecedingInvoice,
} from '../document.ts'
import { all, first, type Tag, text, texts } from '../tree.ts'
import { identifiers, isCreditNoteType } from '../values.ts'
import { day, dayText, referenceOf } from './elements.ts'
import { paymentMeansOf, termsOf, totalsOf } from './payment.ts'

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
