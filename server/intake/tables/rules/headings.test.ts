import { describe, expect, test } from 'vitest'

import { currencyOfHeading, fieldsOfHeading, isAgeingBucket, tongueOf } from './headings.ts'

describe('a heading', () => {
  test.each([
    ['Invoice Number', 'number'],
    ['InvoiceNumber', 'number'],
    ['*InvoiceNumber', 'number'],
    ['doc_id', 'number'],
    ['Rechnungs-Nr.', 'number'],
    ['N° facture', 'number'],
    ['Nº factura', 'number'],
    ['Belegfeld 1', 'number'],
    ['open_amount_usd', 'open_amount'],
    ['Offener Betrag (EUR)', 'open_amount'],
    ['Restant dû', 'open_amount'],
    ['Importe pendiente', 'open_amount'],
    ['InvoiceAmount', 'total'],
    ['Montant TTC', 'total'],
    ['Nettofälligkeit', 'due_date'],
    ['Date d’échéance', 'due_date'],
    ['Fecha de vencimiento', 'due_date'],
    ['KUNNR', 'customer_number'],
    ['Mahnstufe', 'reminder_level'],
    ['Mahndatum', 'reminded_on'],
    ['MADAT', 'reminded_on'],
    ['name_customer', 'customer_name'],
    ['SettledDate', 'settled_date'],
    ['Nettobetrag', 'net_amount'],
    ['Betrag in Hauswährung', 'local_amount'],
    ['Soll/Haben-Kennzeichen', 'debit_credit'],
  ])('%s suggests %s first', (heading, field) => {
    const [best] = [...fieldsOfHeading(heading)].toSorted((a, b) => b[1] - a[1])
    expect(best?.[0]).toBe(field)
  })

  test.each(['Days late', 'Mahngebühr', 'PaperlessDate', '', '0–30'])(
    '%j suggests nothing',
    (heading) => {
      expect(Math.max(0, ...fieldsOfHeading(heading).values())).toBeLessThan(0.35)
    },
  )

  test.each([
    ['open_amount_usd', 'USD'],
    ['Betrag (€)', 'EUR'],
    ['Betrag CHF', 'CHF'],
    ['Amount', null],
  ])('%s names the currency %s', (heading, currency) => {
    expect(currencyOfHeading(heading)).toBe(currency)
  })

  test.each([
    'Current',
    '1 - 30',
    '31–60',
    '> 90',
    '91 and over',
    'über 120 Tage',
    '< 1 Month',
    'Older',
    '1-30 days past due',
  ])('%s is an ageing bucket', (heading) => {
    expect(isAgeingBucket(heading)).toBe(true)
  })

  test.each(['02.02.2023', 'C1', '12', 'Total', 'Over', '1.100,00'])(
    '%s is no ageing bucket',
    (heading) => {
      expect(isAgeingBucket(heading)).toBe(false)
    },
  )
})

test('headings show their language', () => {
  expect(tongueOf(['Kunde', 'Rechnungsdatum', 'Betrag'])).toBe('de')
  expect(tongueOf(['Facture', 'Échéance', 'Montant TTC'])).toBe('fr')
  expect(tongueOf(['Factura', 'Vencimiento', 'Importe'])).toBe('es')
  expect(tongueOf(['Customer', 'Due date', 'Amount'])).toBe('en')
  expect(tongueOf(['A', 'B'])).toBeNull()
})
