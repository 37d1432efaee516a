import { PDFDocument, rgb, StandardFonts, type PDFFont, type PDFPage } from '@cantoo/pdf-lib'

import { decimalOf } from '../kernel/money.ts'
import type { AccountItem } from './account.ts'
import { ENTITIES } from './company.ts'
import { randomOf } from './random.ts'

const GOODS = [
  'Espresso machine, two groups',
  'Dishwasher, under-counter',
  'Service visit, hourly',
  'Combi oven accessories',
  'Grinder burrs, set',
  'Shelving, stainless',
  'Water filter cartridges',
  'Burner grates',
  'GN containers, set of six',
  'Descaling kit',
]

/** The invoice that was sent, as a file beside the debt. */
export async function invoicePdf(item: AccountItem): Promise<Buffer> {
  const { document, number } = item
  const { customer, currency, totalMinor, issuedOn } = document
  const entity = ENTITIES[customer.entity]
  const pdf = await PDFDocument.create()
  pdf.setTitle(`Invoice ${number}`)
  const fonts = {
    plain: await pdf.embedFont(StandardFonts.Helvetica),
    bold: await pdf.embedFont(StandardFonts.HelveticaBold),
  }
  const sheet = writer(pdf.addPage([595, 842]), fonts)
  sheet.line(entity.name, { bold: true, size: 14 })
  for (const line of entity.address.split('\n')) sheet.line(line)
  sheet.gap(30)
  for (const line of [customer.name, ...customer.address.split('\n')]) sheet.line(line)
  sheet.gap(30)
  sheet.line(`Invoice ${number}`, { bold: true, size: 16 })
  sheet.line(
    `Date ${issuedOn}   Customer ${customer.number}   ${document.purchaseOrder && `Your order ${document.purchaseOrder}`}`,
  )
  sheet.gap(16)
  for (const { name, minor } of positions(document.id, totalMinor)) {
    sheet.row(name, decimalOf({ minor, currency }))
  }
  sheet.gap(8)
  sheet.row(`Total ${currency}`, decimalOf({ minor: totalMinor, currency }), true)
  sheet.gap(16)
  for (const { dueOn, totalMinor: part } of document.items) {
    sheet.line(`Payable by ${dueOn}: ${decimalOf({ minor: part, currency })} ${currency}`)
  }
  sheet.gap(16)
  for (const line of [...entity.paymentDetails.split('\n'), `IBAN ${entity.iban}`]) sheet.line(line)
  return Buffer.from(await pdf.save())
}

function positions(seed: string, totalMinor: number): { name: string; minor: number }[] {
  const random = randomOf(`goods ${totalMinor} ${seed.length}`)
  const count = random.between(1, 4)
  const first = Math.floor(totalMinor / count)
  return Array.from({ length: count }, (_, index) => ({
    name: random.pick(GOODS),
    minor: index === 0 ? totalMinor - first * (count - 1) : first,
  }))
}

type Fonts = { readonly plain: PDFFont; readonly bold: PDFFont }

function writer(page: PDFPage, fonts: Fonts) {
  let y = 780
  const ink = rgb(0.1, 0.1, 0.12)
  const text = (words: string, place: { x: number; bold?: boolean; size?: number }) => {
    const { x, bold = false, size = 10 } = place
    page.drawText(words, { x, y, size, font: bold ? fonts.bold : fonts.plain, color: ink })
  }
  return {
    line(words: string, style: { bold?: boolean; size?: number } = {}): void {
      text(words, { x: 70, ...style })
      y -= (style.size ?? 10) * 1.5
    },
    row(words: string, amount: string, bold = false): void {
      text(words, { x: 70, bold })
      text(amount, { x: 525 - fonts.plain.widthOfTextAtSize(amount, 10), bold })
      y -= 16
    },
    gap(height: number): void {
      y -= height
    },
  }
}
