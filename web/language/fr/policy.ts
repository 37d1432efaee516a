import type { policy as en } from '../en/policy.ts'
import type { Translated } from '../translated.ts'

export const policy: Translated<typeof en> = {
  save: 'Enregistrer les règles',
  default: 'Par défaut : {value}',
  takeDefault: 'Reprendre la valeur par défaut : {value}',
  fromTo: '{before} → {after}',
  from: 'De',
  to: 'À',
  hoursTurned: 'La fin doit venir après le début.',
  boundsFaulty: 'Des jours croissants séparés par des virgules, huit au plus : 30, 60, 90.',
  groups: {
    rhythm: 'À qui nous écrivons, et à quel rythme',
    freshness: 'La fraîcheur des chiffres',
    run: 'La campagne du jour',
    agreement: 'Qui doit donner son accord',
    counting: 'Comment nous comptons',
  },
  groupTexts: {
    rhythm: 'Chaque message y est confronté à la planification, puis de nouveau au départ.',
    freshness:
      'On ne relance personne pour ce qui est peut-être payé : avec des chiffres plus anciens, la campagne attend.',
    run: 'Quand elle est planifiée, et quand elle demande avant d’envoyer.',
    agreement: 'Là où un second regard est souhaité.',
    counting: 'Pour la balance âgée, et pour ce qui compte comme complet.',
  },
  names: {
    amountFloorMinor: 'Plus petit montant qui vaille une relance',
    newInvoiceGraceDays: 'Les nouvelles factures sont laissées tranquilles',
    minimumGapDays: 'Entre deux messages à un client',
    messagesPerPersonIn30Days: 'Messages à une personne en 30 jours',
    replyPauseDays: 'Après une réponse, les relances attendent',
    contactHours: 'Heures de départ des messages',
    ledgerFreshHours: 'Âge permis de la comptabilité',
    bankFreshBusinessDays: 'Âge permis des règlements',
    runPlannedAt: 'La campagne est planifiée à',
    sendsAutomatically: 'Les campagnes partent seules',
    unusualVolumeFactor: 'Une campagne est inhabituelle à partir de',
    undoSeconds: 'Temps pour se raviser',
    askFirstAboveMinor: 'Demander d’abord au-dessus de',
    approvalNeedsAnother: 'Approbation par quelqu’un d’autre',
    holdDaysWithoutApproval: 'Suspensions sans approbation jusqu’à',
    ageingBounds: 'Tranches de la balance âgée, derniers jours',
    ageingCredits: 'Les avoirs dans la balance âgée',
    evidenceRequired: 'Un dossier complet contient',
  },
  hints: {
    amountFloorMinor:
      'En dessous, la relance coûte plus qu’elle ne rapporte. Un client qui doit moins en tout n’est pas relancé.',
    newInvoiceGraceDays:
      'Une facture arrivée tard peut être en retard dès son premier jour ici. Le client a ce temps pour la voir.',
    minimumGapDays:
      'Compte chaque contact, d’où qu’il vienne. Un scénario peut demander davantage.',
    messagesPerPersonIn30Days:
      'Toutes sociétés et tous canaux confondus. Qui suit trois comptes ne reçoit pas trois fois plus de messages.',
    replyPauseDays: 'Jusqu’à ce que quelqu’un s’en soit occupé, mais pas plus longtemps.',
    contactHours: 'À l’heure du client, pendant ses jours ouvrés.',
    ledgerFreshHours: 'Si le dernier import est plus ancien, la campagne attend et le dit.',
    bankFreshBusinessDays:
      'Si les règlements ne sont connus que jusqu’à un jour antérieur, la campagne attend.',
    runPlannedAt: 'À l’heure de chaque société. Planifier n’envoie rien.',
    sendsAutomatically:
      'Une campagne planifiée qui n’a rien d’inhabituel part sans que personne ne la regarde. Ce qui demande d’abord attend quand même.',
    unusualVolumeFactor:
      'Tant de fois le nombre habituel de messages : elle avertit alors, et ne part jamais seule.',
    undoSeconds: 'Après « Envoyer », avant le départ du premier message.',
    askFirstAboveMinor: 'Un message qui réclame davantage attend une approbation.',
    approvalNeedsAnother: 'Qui a planifié la campagne n’en approuve pas les messages.',
    holdDaysWithoutApproval: 'Une suspension plus longue demande une seconde personne.',
    ageingBounds: 'La dernière tranche est ouverte : au-delà du dernier nombre.',
    ageingCredits:
      'À part, ils ne cachent rien ; imputés au plus ancien, le total paraît plus jeune.',
    evidenceRequired: 'Ce qu’il faut à une facture, si jamais un litige survient.',
  },
  units: {
    days: 'jours',
    businessDays: 'jours ouvrés',
    hours: 'heures',
    seconds: 'secondes',
    messages: 'messages',
    times: '× l’habituel',
  },
  values: {
    days_one: '{count} jour',
    days_other: '{count} jours',
    businessDays_one: '{count} jour ouvré',
    businessDays_other: '{count} jours ouvrés',
    hours_one: '{count} heure',
    hours_other: '{count} heures',
    seconds_one: '{count} seconde',
    seconds_other: '{count} secondes',
    messages_one: '{count} message',
    messages_other: '{count} messages',
    times: '{factor} × l’habituel',
    yes: 'Oui',
    no: 'Non',
    never: 'jamais',
    nothing: 'rien',
    fromTo: 'de {from} à {to}',
    floorEverywhere: '10 dans chaque devise',
  },
  credits: {
    own_column: 'Dans une colonne à part',
    oldest_first: 'Imputés au plus ancien d’abord',
  },
  evidence: {
    invoice: 'la facture',
    order: 'la commande',
    delivery_note: 'le bon de livraison',
    contract: 'le contrat',
    other: 'autre chose',
  },
}
