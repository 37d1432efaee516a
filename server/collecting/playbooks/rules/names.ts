export type Names = Readonly<
  Record<
    | 'standard'
    | 'keyAccounts'
    | 'consumers'
    | 'courtesyOnly'
    | 'courtesy'
    | 'friendly'
    | 'firm'
    | 'final'
    | 'call'
    | 'letter'
    | 'sellerCall'
    | 'sellerNote'
    | 'promiseBroken'
    | 'instalmentMissed'
    | 'instalmentCall'
    | 'thankYou',
    string
  >
>

/** The names of the playbooks and steps that come along. */
export const NAMES = {
  en: {
    standard: 'Standard commercial',
    keyAccounts: 'Key accounts, seller first',
    consumers: 'Consumers',
    courtesyOnly: 'Kind reminders only',
    courtesy: 'Before it is due',
    friendly: 'Friendly reminder',
    firm: 'Firm reminder',
    final: 'Final notice',
    call: 'Call by collections',
    letter: 'Formal letter',
    sellerCall: 'Call by the seller',
    sellerNote: 'Note from the seller',
    promiseBroken: 'Promise not kept',
    instalmentMissed: 'Instalment missed',
    instalmentCall: 'Call about the instalment',
    thankYou: 'Thank you',
  },
  de: {
    standard: 'Standard Geschäftskunden',
    keyAccounts: 'Schlüsselkunden, Verkauf zuerst',
    consumers: 'Privatkunden',
    courtesyOnly: 'Nur freundliche Erinnerungen',
    courtesy: 'Vor der Fälligkeit',
    friendly: 'Freundliche Erinnerung',
    firm: 'Mahnung',
    final: 'Letzte Mahnung',
    call: 'Anruf der Buchhaltung',
    letter: 'Förmliches Schreiben',
    sellerCall: 'Anruf des Verkäufers',
    sellerNote: 'Nachricht des Verkäufers',
    promiseBroken: 'Zusage nicht eingehalten',
    instalmentMissed: 'Rate ausgeblieben',
    instalmentCall: 'Anruf wegen der Rate',
    thankYou: 'Dank für die Zahlung',
  },
  fr: {
    standard: 'Entreprises, standard',
    keyAccounts: 'Grands comptes, commercial d’abord',
    consumers: 'Particuliers',
    courtesyOnly: 'Rappels aimables seulement',
    courtesy: 'Avant l’échéance',
    friendly: 'Rappel aimable',
    firm: 'Relance ferme',
    final: 'Dernier avis',
    call: 'Appel du recouvrement',
    letter: 'Lettre formelle',
    sellerCall: 'Appel du commercial',
    sellerNote: 'Mot du commercial',
    promiseBroken: 'Promesse non tenue',
    instalmentMissed: 'Échéance manquée',
    instalmentCall: 'Appel au sujet de l’échéance',
    thankYou: 'Merci',
  },
  es: {
    standard: 'Empresas, estándar',
    keyAccounts: 'Cuentas clave, primero el comercial',
    consumers: 'Particulares',
    courtesyOnly: 'Solo recordatorios amables',
    courtesy: 'Antes del vencimiento',
    friendly: 'Recordatorio amable',
    firm: 'Recordatorio firme',
    final: 'Último aviso',
    call: 'Llamada de cobros',
    letter: 'Carta formal',
    sellerCall: 'Llamada del comercial',
    sellerNote: 'Nota del comercial',
    promiseBroken: 'Promesa incumplida',
    instalmentMissed: 'Plazo no pagado',
    instalmentCall: 'Llamada por el plazo',
    thankYou: 'Gracias',
  },
} as const satisfies Record<string, Names>
