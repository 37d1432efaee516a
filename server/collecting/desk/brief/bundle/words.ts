import type { ALL_EVIDENCE_KINDS } from '../../../../ledger/evidence/contract.ts'

export type Kind = (typeof ALL_EVIDENCE_KINDS)[number]

export type BundleWords = {
  readonly title: string
  readonly file: string
  readonly asOf: (day: string) => string
  readonly paymentsTo: (day: string) => string
  readonly stale: string
  readonly inside: string
  readonly statement: string
  readonly ofAccount: string
  readonly pages: (count: number) => string
  readonly apart: string
  readonly why: Readonly<Record<'broken' | 'encrypted' | 'other_format' | 'too_much', string>>
  readonly missing: string
  readonly nothingMissing: string
  readonly kinds: Readonly<Record<Kind, string>>
}

const en: BundleWords = {
  title: 'Documents',
  file: 'Documents',
  asOf: (day) => `As of ${day}`,
  paymentsTo: (day) => `payments considered up to ${day}`,
  stale: 'The books are not of today: check before you rely on an amount.',
  inside: 'In this file',
  statement: 'Statement of account',
  ofAccount: 'of the account',
  pages: (count) => (count === 1 ? '1 page' : `${count} pages`),
  apart: 'Not in this file',
  why: {
    broken: 'cannot be read',
    encrypted: 'is locked with a password',
    other_format: 'is no page: open it by itself',
    too_much: 'is too large for this file',
  },
  missing: 'Missing',
  nothingMissing: 'Nothing that is asked for is missing.',
  kinds: {
    invoice: 'Invoice',
    order: 'Order',
    delivery_note: 'Delivery note',
    contract: 'Contract',
    record: 'Signed record',
    other: 'Other',
  },
}

const de: BundleWords = {
  title: 'Belege',
  file: 'Belege',
  asOf: (day) => `Stand ${day}`,
  paymentsTo: (day) => `Zahlungen berücksichtigt bis ${day}`,
  stale: 'Die Bücher sind nicht von heute: vor jedem Betrag nachfragen.',
  inside: 'In dieser Datei',
  statement: 'Kontoauszug',
  ofAccount: 'zum Konto',
  pages: (count) => (count === 1 ? '1 Seite' : `${count} Seiten`),
  apart: 'Nicht in dieser Datei',
  why: {
    broken: 'lässt sich nicht lesen',
    encrypted: 'ist mit einem Passwort gesperrt',
    other_format: 'ist keine Seite: bitte einzeln öffnen',
    too_much: 'ist zu groß für diese Datei',
  },
  missing: 'Es fehlt',
  nothingMissing: 'Von dem, was verlangt wird, fehlt nichts.',
  kinds: {
    invoice: 'Rechnung',
    order: 'Bestellung',
    delivery_note: 'Lieferschein',
    contract: 'Vertrag',
    record: 'Unterschriebenes Dokument',
    other: 'Sonstiges',
  },
}

const fr: BundleWords = {
  title: 'Documents',
  file: 'Documents',
  asOf: (day) => `Au ${day}`,
  paymentsTo: (day) => `paiements pris en compte jusqu’au ${day}`,
  stale: 'Les comptes ne sont pas du jour : vérifiez avant de citer un montant.',
  inside: 'Dans ce fichier',
  statement: 'Relevé de compte',
  ofAccount: 'du compte',
  pages: (count) => (count === 1 ? '1 page' : `${count} pages`),
  apart: 'Hors de ce fichier',
  why: {
    broken: 'est illisible',
    encrypted: 'est protégé par un mot de passe',
    other_format: 'n’est pas une page : ouvrez-le à part',
    too_much: 'est trop volumineux pour ce fichier',
  },
  missing: 'Il manque',
  nothingMissing: 'Rien de ce qui est demandé ne manque.',
  kinds: {
    invoice: 'Facture',
    order: 'Commande',
    delivery_note: 'Bon de livraison',
    contract: 'Contrat',
    record: 'Document signé',
    other: 'Autre',
  },
}

const es: BundleWords = {
  title: 'Documentos',
  file: 'Documentos',
  asOf: (day) => `A ${day}`,
  paymentsTo: (day) => `pagos considerados hasta el ${day}`,
  stale: 'Los libros no son de hoy: compruebe antes de decir un importe.',
  inside: 'En este archivo',
  statement: 'Extracto de cuenta',
  ofAccount: 'de la cuenta',
  pages: (count) => (count === 1 ? '1 página' : `${count} páginas`),
  apart: 'Fuera de este archivo',
  why: {
    broken: 'no se puede leer',
    encrypted: 'está protegido con contraseña',
    other_format: 'no es una página: ábralo por separado',
    too_much: 'es demasiado grande para este archivo',
  },
  missing: 'Falta',
  nothingMissing: 'No falta nada de lo que se pide.',
  kinds: {
    invoice: 'Factura',
    order: 'Pedido',
    delivery_note: 'Albarán',
    contract: 'Contrato',
    record: 'Documento firmado',
    other: 'Otro',
  },
}

const WORDS = { en, de, fr, es }

export function bundleWords(language: keyof typeof WORDS): BundleWords {
  return WORDS[language]
}
