import { type Day } from '../../kernel/day.ts'
import { attachmentOf } from './attachment.ts'
import {
  type Attachment,
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

/** Reads a UBL 2 Invoice or CreditNote by the bindings of CEN/TS 16931-3-2. */
export function documentOfUbl(root: Tag, lineCount: number): EinvoiceDocument {
  const typeCode = text(root, 'InvoiceTypeCode') ?? text(root, 'CreditNoteTypeCode')
  const isCredit = root.name === 'CreditNote' || isCreditNoteType(typeCode)
  const paymentMeans = all(root, 'PaymentMeans').flatMap(paymentMeansOf)
  const terms = termsOf(root)
  return {
    syntax: 'ubl',
    kind: isCredit ? 'credit_note' : 'invoice',
    number: text(root, 'ID'),
    typeCode,
    guideline: text(root, 'CustomizationID'),
    issueDate: day(root, 'IssueDate'),
    dueDate: terms.instalments[0]?.dueDate ?? null,
    deliveryDate: day(root, 'Delivery/ActualDeliveryDate'),
    period: {
      start: day(root, 'InvoicePeriod/StartDate'),
      end: day(root, 'InvoicePeriod/EndDate'),
    },
    currency: text(root, 'DocumentCurrencyCode'),
    totals: totalsOf(root),
    seller: partyOf(first(root, 'AccountingSupplierParty/Party')),
    buyer: partyOf(first(root, 'AccountingCustomerParty/Party')),
    payee: text(root, 'PayeeParty/PartyName/Name'),
    buyerReference: text(root, 'BuyerReference'),
    orderReference: text(root, 'OrderReference/ID'),
    contractReference: text(root, 'ContractDocumentReference/ID'),
    projectReference: text(root, 'ProjectReference/ID'),
    precedingInvoices: precedingOf(root),
    paymentReference: text(root, 'PaymentMeans/PaymentID'),
    paymentMeans,
    terms,
    notes: texts(root, 'Note'),
    attachments: attachmentsOf(root),
    lineCount,
    isTest: false,
    written: {
      issueDate: text(root, 'IssueDate'),
      dueDate: text(root, 'DueDate') ?? text(root, 'PaymentMeans/PaymentDueDate'),
    },
  }
}

function precedingOf(root: Tag): PrecedingInvoice[] {
  return all(root, 'BillingReference/InvoiceDocumentReference').flatMap((tag) => {
    const number = text(tag, 'ID')
    return number === null ? [] : [{ number, issueDate: day(tag, 'IssueDate') }]
  })
}

function attachmentsOf(root: Tag): Attachment[] {
  return all(root, 'AdditionalDocumentReference').flatMap((tag) =>
    attachmentOf(first(tag, 'Attachment/EmbeddedDocumentBinaryObject'), {
      name: text(tag, 'ID'),
      description: text(tag, 'DocumentDescription'),
    }),
  )
}

function totalsOf(root: Tag): Totals {
  const totals = first(root, 'LegalMonetaryTotal')
  return {
    net: text(totals, 'TaxExclusiveAmount'),
    gross: text(totals, 'TaxInclusiveAmount'),
    prepaid: text(totals, 'PrepaidAmount'),
    rounding: text(totals, 'PayableRoundingAmount'),
    thirdParty: texts(root, 'PrepaidPayment/PaidAmount'),
    payable: text(totals, 'PayableAmount'),
    marked: {
      gross: attribute(first(totals, 'TaxInclusiveAmount'), 'currencyID'),
      payable: attribute(first(totals, 'PayableAmount'), 'currencyID'),
    },
  }
}

function partyOf(party: Tag | null): Party {
  const taxes = all(party, 'PartyTaxScheme')
  const tradingName = text(party, 'PartyName/Name')
  const address = first(party, 'PostalAddress')
  return {
    name: text(party, 'PartyLegalEntity/RegistrationName') ?? tradingName ?? personOf(party),
    tradingName,
    vatId: firstId(taxes.filter(isVat)),
    taxId: firstId(taxes.filter((tax) => !isVat(tax))),
    legalId: identifiers(party, 'PartyLegalEntity/CompanyID')[0] ?? null,
    endpoint: identifiers(party, 'EndpointID')[0] ?? null,
    identifiers: identifiers(party, 'PartyIdentification/ID').filter(
      ({ scheme }) => scheme !== 'SEPA',
    ),
    address: {
      lines: [
        ...texts(address, 'StreetName'),
        ...texts(address, 'AdditionalStreetName'),
        ...texts(address, 'AddressLine/Line'),
      ],
      postcode: text(address, 'PostalZone'),
      city: text(address, 'CityName'),
      region: text(address, 'CountrySubentity'),
      country: text(address, 'Country/IdentificationCode'),
    },
    contact: {
      name: text(party, 'Contact/Name'),
      phone: text(party, 'Contact/Telephone'),
      email: text(party, 'Contact/ElectronicMail'),
    },
  }
}

function isVat(tax: Tag): boolean {
  return text(tax, 'TaxScheme/ID')?.toUpperCase() === 'VAT'
}

/** A natural person has no registration; older profiles name them so. */
function personOf(party: Tag | null): string | null {
  const names = ['FirstName', 'FamilyName'].map((name) => text(party, `Person/${name}`))
  return names.filter((name) => name !== null).join(' ') || null
}

function firstId(taxes: readonly Tag[]): string | null {
  return taxes.map((tax) => text(tax, 'CompanyID')).find((id) => id !== null) ?? null
}

/** One entry an account, as BG-17 repeats within BG-16. */
function paymentMeansOf(tag: Tag): PaymentMeans[] {
  const accounts = all(tag, 'PayeeFinancialAccount')
  const shared = {
    code: text(tag, 'PaymentMeansCode'),
    reference: text(tag, 'PaymentID'),
    mandate: text(tag, 'PaymentMandate/ID'),
  }
  if (accounts.length === 0) return [{ ...shared, account: null, accountName: null, bic: null }]
  return accounts.map((account) => ({
    ...shared,
    account: text(account, 'ID'),
    accountName: text(account, 'Name'),
    bic: text(account, 'FinancialInstitutionBranch/ID'),
  }))
}

/**
 * BT-9 stands in DueDate of an invoice and in PaymentDueDate of a credit note; instalments, outside
 * EN 16931, have a PaymentTerms each with amount and date (UBL 2.1).
 */
function termsOf(root: Tag): Terms {
  const written = texts(root, 'PaymentTerms/Note').join('\n') || null
  const shares = all(root, 'PaymentTerms').flatMap((tag): Instalment[] => {
    const dueDate = day(tag, 'InstallmentDueDate') ?? day(tag, 'PaymentDueDate')
    return dueDate === null ? [] : [{ dueDate, amount: text(tag, 'Amount') }]
  })
  const whole = texts(root, 'DueDate').map(dayOfText)
  const byMeans = texts(root, 'PaymentMeans/PaymentDueDate').map(dayOfText)
  const dates = [...new Set([...whole, ...byMeans])].filter((found) => found !== null)
  const only = dates.slice(0, whole.length > 0 ? 1 : undefined)
  return {
    text: written,
    instalments:
      shares.length > 1 || only.length === 0
        ? shares
        : only.map((dueDate) => ({ dueDate, amount: null })),
    discounts: discountsOfText(written),
  }
}

function day(from: Tag, path: string): Day | null {
  const written = text(from, path)
  return written === null ? null : dayOfText(written)
}
