import type { Language } from '../places.ts'

type Lines = Readonly<Record<Language, readonly string[]>>

/** What customers write back. `{n}` is an invoice number, `{d}` a day. */
export const REPLIES: Lines = {
  en: [
    'Thanks for the reminder. {n} is in Friday’s payment run, you should have it on Monday.',
    'We cannot find {n} in our system. Could you send a copy please, quoting our PO?',
    'Two of the burner grates on {n} arrived bent. We reported this to the driver and are waiting for a credit.',
    'Our approver is on leave until {d}. It will be released when she is back.',
    'This was paid last week. Please check again before you chase us.',
  ],
  de: [
    'Danke für die Erinnerung, {n} ist im Zahlungslauf am Freitag enthalten.',
    'Die Rechnung {n} liegt uns leider nicht vor. Bitte senden Sie uns eine Kopie mit unserer Bestellnummer.',
    'Bei {n} fehlten zwei GN-Behälter. Sobald die Gutschrift da ist, überweisen wir.',
    'Die Freigabe hat unser Geschäftsführer, er ist bis {d} im Urlaub.',
    'Wir haben letzte Woche überwiesen, bitte prüfen Sie das noch einmal.',
  ],
  fr: [
    'Merci pour votre rappel, la facture {n} part avec le règlement de vendredi.',
    'Nous n’avons pas reçu la facture {n}. Pouvez-vous nous la renvoyer avec notre numéro de commande ?',
    'Le lave-verres de la facture {n} est tombé en panne deux fois, nous attendons votre technicien.',
    'Paiement la semaine prochaine, dès le retour du gérant le {d}.',
    'Le virement a été fait la semaine dernière, merci de vérifier.',
  ],
  es: [
    'Gracias por el aviso, la factura {n} sale en la remesa del viernes.',
    'No encontramos la factura {n}. ¿Podrían enviarnos una copia con nuestro número de pedido?',
    'En la entrega de {n} faltaban dos bandejas. Quedamos a la espera del abono.',
    'La persona que autoriza los pagos vuelve el {d}; entonces lo pagamos.',
    'Ya lo pagamos la semana pasada, por favor compruébenlo.',
  ],
}

/** What colleagues tell each other about a customer. */
export const COMMENTS = [
  'Spoke to their new bookkeeper, invoices go to the shared mailbox from now on.',
  'Seasonal business: tight until Easter, always catches up in summer.',
  'Owner prefers a call before nine, kitchen opens at eleven.',
  'They pay on Thursdays only, no use chasing on a Friday.',
  'Ask for the PO number on every order, otherwise it sits in approval.',
  'Renovation until spring, they asked for a little patience and have kept their word so far.',
  'Please copy me when the next reminder goes, I am visiting on Tuesday.',
  'Third time this year that the delivery note was missing. Talked to the depot.',
  'Their group treasury pays for all daughters on the 25th.',
  'Friendly on the phone, slow on paper. A short call works best.',
] as const

export const CALL_NOTES = [
  ['promised', 'Will pay on Friday with the rest of the month.'],
  ['promised', 'Confirmed the amount, transfer goes out this week.'],
  ['not_reached', 'No answer, left a message with the front desk.'],
  ['needs_documents', 'Asked for the delivery note of the last order; sent it while on the phone.'],
  ['already_paid', 'Says it was paid on Monday. To be checked against the bank.'],
  ['short_of_cash', 'Quiet month, can pay half now and half at the end of next month.'],
  ['wrong_person', 'Accounts moved to the head office, new contact noted.'],
] as const

export const HANDOVERS = [
  'You see them on Thursday: could you ask what is holding up the two old invoices?',
  'Good customer, unusually late. A word from you will do more than a letter from us.',
  'They say that the last fitting was not finished. Can you find out?',
] as const

export const HOLDS = [
  ['relationship', 'Large order under negotiation, agreed with sales to wait until it is signed.'],
  ['insolvency', 'Provisional administrator appointed, claim filed.'],
  ['agreement', 'Paying 2,000 a month until spring, agreed in writing.'],
  ['data', 'Account is being merged with its sister company.'],
] as const

export const DISPUTES = [
  ['quality', 'Dishwasher fails at the rinse cycle, technician booked.'],
  ['quantity', 'Two of eight shelves were missing from the delivery.'],
  ['price', 'Invoice shows the list price, the offer had 12 % off.'],
  ['missing_po', 'Their portal rejects it without a purchase order number.'],
  ['not_delivered', 'Carrier says delivered, nobody there signed.'],
  ['duplicate', 'Service charged twice for the same visit.'],
  ['wrong_amount', 'Freight was to be free above 500.'],
] as const

/** What was said and agreed on a visit, as it is put in writing: in the customer's language. */
export const CONVERSATIONS = {
  en: {
    said: 'The invoices were still waiting for approval in the kitchen; the goods arrived complete.',
    agreed: 'Payment as below; no further deliveries are held back.',
    role: 'Managing director',
  },
  de: {
    said: 'Die Rechnungen lagen noch zur Freigabe in der Küche; die Ware kam vollständig an.',
    agreed: 'Zahlung wie unten; weitere Lieferungen werden nicht zurückgehalten.',
    role: 'Geschäftsführung',
  },
  fr: {
    said: 'Les factures attendaient encore une validation en cuisine ; la livraison était complète.',
    agreed: 'Paiement comme ci-dessous ; les livraisons suivantes ne sont pas retenues.',
    role: 'Gérance',
  },
  es: {
    said: 'Las facturas esperaban aún el visto bueno de la cocina; la mercancía llegó completa.',
    agreed: 'Pago como se indica abajo; no se retienen más entregas.',
    role: 'Gerencia',
  },
} as const
