import type { DisputeWords } from './types.ts'

export const de: DisputeWords = {
  search: (number, amount) =>
    `Der Kunde sagt, dass ${amount} von Rechnung ${number} bezahlt sind. Bitte die Zahlung suchen; ist keine da, nach Tag, Konto und einer Kopie der Überweisung fragen.`,
  told: {
    credit_note: (number, note, document) =>
      `Sie haben recht, was Rechnung ${number} betrifft. ${document === '' ? 'Sie erhalten eine Gutschrift.' : `Gutschrift ${document} gleicht das aus.`}${note === '' ? '' : ` ${note}`}`,
    corrected_invoice: (number, note, document) =>
      `Sie haben recht, was Rechnung ${number} betrifft. ${document === '' ? 'Sie erhalten eine korrigierte Rechnung.' : `Rechnung ${document} ersetzt sie.`}${note === '' ? '' : ` ${note}`}`,
    delivery_proved: (number, note) =>
      `Wir haben Ihre Frage zu Rechnung ${number} geprüft. Der Lieferschein zeigt, dass die Ware angekommen ist; er liegt bei.${note === '' ? '' : ` ${note}`} Bitte zahlen Sie den offenen Betrag, oder sagen Sie uns, was wir übersehen haben.`,
    rejected: (number, note) =>
      `Wir haben Ihre Frage zu Rechnung ${number} geprüft und finden sie richtig.${note === '' ? '' : ` ${note}`} Bitte zahlen Sie den offenen Betrag, oder sagen Sie uns, was wir übersehen haben.`,
    paid: (number) =>
      `Wir haben Ihre Zahlung zu Rechnung ${number} gefunden. Vielen Dank, alles ist erledigt.`,
    withdrawn: () => '',
  },
}
