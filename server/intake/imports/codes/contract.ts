import { TABLE_FINDING_CODES } from '../../tables/contract.ts'

/** What can be wrong when a row meets the ledger, with the details of its sentence. */
export const IMPORT_FINDING_CODES = [
  'amount_missing',
  'amount_too_large',
  'open_missing',
  'issue_date_missing',
  'issue_date_assumed',
  'due_date_assumed',
  'due_before_issue',
  'open_exceeds_total',
  'currency_missing',
  'currency_changed',
  'entity_unknown',
  'customer_without_name',
  'customer_name_varies',
  'parent_unknown',
  'owner_unknown',
  'language_unknown',
  'country_unknown',
  'time_zone_unknown',
  'email_invalid',
  'phone_invalid',
  'terms_unknown',
  'credit_limit_invalid',
  'insured_limit_invalid',
  'insurer_missing',
  'number_repeats',
  'document_lines_repeat',
  'document_of_other_customer',
  'payment_without_customer',
  'payment_invoice_unknown',
  'payment_exceeds_invoice',
  'payment_other_currency',
  'payment_date_missing',
  'settled_by_feed',
  'reopened_by_feed',
  'settled_although_open',
  'total_below_settled',
  'documents_gone',
  'customers_blocked',
  'documents_disputed',
  'documents_reminded',
  'reminded_in_future',
  'evidence_unmatched',
  'evidence_matches_several',
  'entity_of_invoice_differs',
] as const

/** Of e-invoices; server/intake/einvoices has them without the prefix, with their details. */
export const EINVOICE_FINDING_CODES = [
  'einvoice_empty_file',
  'einvoice_file_too_large',
  'einvoice_not_an_einvoice',
  'einvoice_format_not_supported',
  'einvoice_bank_statement',
  'einvoice_xml_damaged',
  'einvoice_xml_cut_off',
  'einvoice_xml_entities_refused',
  'einvoice_xml_too_complex',
  'einvoice_encoding_unknown',
  'einvoice_encoding_guessed',
  'einvoice_pdf_without_invoice',
  'einvoice_pdf_encrypted',
  'einvoice_pdf_damaged',
  'einvoice_pdf_attachment_unreadable',
  'einvoice_pdf_several_invoices',
  'einvoice_number_missing',
  'einvoice_issue_date_missing',
  'einvoice_currency_missing',
  'einvoice_currency_unknown',
  'einvoice_currency_mixed',
  'einvoice_amount_missing',
  'einvoice_amount_unreadable',
  'einvoice_amount_too_precise',
  'einvoice_totals_differ',
  'einvoice_date_unreadable',
  'einvoice_due_date_missing',
  'einvoice_due_date_before_issue',
  'einvoice_instalments_do_not_add_up',
  'einvoice_buyer_missing',
  'einvoice_seller_missing',
  'einvoice_test_invoice',
  'einvoice_not_a_claim',
  'einvoice_corrects_another',
  'einvoice_negative_credit_note',
  'einvoice_negative_invoice',
  'einvoice_paid_already',
  'einvoice_number_twice',
  'einvoice_attachment_left_out',
] as const

export const FINDING_CODES = [
  ...TABLE_FINDING_CODES,
  ...IMPORT_FINDING_CODES,
  ...EINVOICE_FINDING_CODES,
] as const

export const REFUSAL_CODES = [
  'no_such_import',
  'no_such_mapping',
  'no_such_receivable',
  'no_such_line',
  'no_file_in_request',
  'file_too_large',
  'no_such_legal_entity',
  'import_not_ready',
  'import_already_applied',
  'import_has_errors',
  'import_is_running',
  'mapping_lacks_field',
  'mapping_field_twice',
  'mapping_has_no_such_column',
  'complete_list_needs_open_items',
  'receivable_of_other_entity',
] as const

export const IMPORT_STATES = [
  /** Uploaded; being looked at. */
  'reading',
  /** Waits for somebody to confirm what the columns mean. */
  'to_map',
  'comparing',
  /** The difference to today's ledger is known; waits for the word. */
  'to_apply',
  'applying',
  'applied',
  /** Evidence that no document number was found for. */
  'to_match',
  /** The file cannot be read; its findings say why. */
  'refused',
  /** Something of ours went wrong; nothing was changed. */
  'failed',
  'cancelled',
] as const

export const IMPORT_FORMATS = ['csv', 'xlsx', 'einvoice', 'evidence', 'unknown'] as const
export const TABLE_KINDS = ['customers', 'contacts', 'receivables', 'payments', 'combined'] as const
export const DATE_ORDERS = ['dmy', 'mdy', 'ymd'] as const
export const DECIMAL_SIGNS = ['.', ','] as const
export const SEVERITIES = ['error', 'warning', 'info'] as const
export const CHANGE_KINDS = ['new', 'changed', 'gone'] as const
export const CHANGE_SUBJECTS = ['customer', 'contact', 'receivable', 'payment'] as const
/** What becomes of documents that an earlier file of the source had and this one has not. */
export const GONE_CHOICES = ['flag', 'settle'] as const
export const EVIDENCE_KINDS = ['invoice', 'order', 'delivery_note', 'contract', 'other'] as const
export const EVENT_NAMES = [
  'import.uploaded',
  'import.mapped',
  'import.corrected',
  'import.applied',
  'import.cancelled',
  'mapping.forgotten',
  'evidence.attached',
  'receivable.vanished',
  'receivable.returned',
] as const
