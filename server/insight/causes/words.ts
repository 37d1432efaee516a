import { questionWords } from '../../collecting/desk/index.ts'

/** The heads and names of the file, in the order en, de, fr, es. */
const WORDS = {
  by: ['By', 'Nach', 'Par', 'Por'],
  name: ['Name', 'Name', 'Nom', 'Nombre'],
  currency: ['Currency', 'Währung', 'Devise', 'Moneda'],
  count: ['Disputes', 'Reklamationen', 'Litiges', 'Disputas'],
  amount: ['Amount', 'Betrag', 'Montant', 'Importe'],
  days: ['Days to settle', 'Tage bis erledigt', 'Jours pour régler', 'Días hasta resolver'],
  ours: ['Put right by us', 'Von uns berichtigt', 'Corrigé par nous', 'Corregido por nosotros'],
  theirs: ['Invoice was right', 'Rechnung war richtig', 'Facture juste', 'La factura era correcta'],
  paid: ['Paid', 'Bezahlt', 'Payé', 'Pagado'],
  other: ['Otherwise', 'Anders', 'Autrement', 'De otro modo'],
  open: ['Still open', 'Noch offen', 'Encore ouvert', 'Aún abierta'],
  reason: ['Reason', 'Grund', 'Motif', 'Motivo'],
  department: ['Department', 'Abteilung', 'Service', 'Departamento'],
  seller: ['Seller', 'Vertrieb', 'Commercial', 'Vendedor'],
  month: ['Month', 'Monat', 'Mois', 'Mes'],
  nobody: ['Nobody', 'Niemand', 'Personne', 'Nadie'],
} as const

const LANGUAGES = ['en', 'de', 'fr', 'es']

export function causeWords(language: string) {
  const place = Math.max(0, LANGUAGES.indexOf(language))
  const { reasons, departments } = questionWords(language)
  return { reasons, departments, say: (word: keyof typeof WORDS) => WORDS[word][place] ?? word }
}
