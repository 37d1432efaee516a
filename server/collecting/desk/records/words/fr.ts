import type { RecordWords } from './types.ts'

export const fr: RecordWords = {
  title: {
    conversation: 'Compte rendu de notre entretien',
    acknowledgement: 'Reconnaissance de dette',
  },
  firstLine: {
    asOf: (day) => `Montants au ${day}.`,
    synced: (moment) => `Comptabilité du ${moment}.`,
    payments: (day) => `Paiements pris en compte jusqu’au ${day}.`,
    stale: (moment) =>
      `Les montants peuvent être dépassés : la comptabilité date du ${moment}. Les paiements ultérieurs ne sont pas pris en compte.`,
    neverSynced:
      'Les montants peuvent être dépassés : on ne sait pas de quand date la comptabilité.',
  },
  parties: {
    creditor: 'Créancier',
    debtor: 'Débiteur',
    number: (number) => `Numéro de client ${number}`,
    signs: (name, role) => (role === '' ? `Signataire : ${name}` : `Signataire : ${name}, ${role}`),
  },
  headings: {
    talk: 'L’entretien',
    invoices: { conversation: 'Documents évoqués', acknowledgement: 'Ce qui est dû' },
    commitment: 'Ce qui a été convenu',
    declaration: 'Déclaration',
    information: 'Ce que cela signifie',
  },
  talk: {
    when: 'Quand',
    where: 'Où',
    who: 'Qui',
    said: 'Ce que le client a dit',
    agreed: 'Convenu',
    channels: {
      call: 'par téléphone',
      visit: 'en personne',
      email: 'par e-mail',
      other: 'autrement',
    },
  },
  columns: {
    number: 'Document',
    issued: 'Émis',
    due: 'Échéance',
    open: 'Ouvert',
    disputed: 'Contesté',
    acknowledged: 'Reconnu',
  },
  sums: { open: 'Total ouvert', disputed: 'dont contesté', acknowledged: 'Reconnu' },
  inCurrency: (currency) => `En ${currency}`,
  acknowledges: (debtor, creditor, amounts) =>
    `${debtor} reconnaît devoir à ${creditor} ${amounts} au titre des documents ci-dessus.`,
  carvesOut: (amounts) =>
    `Sur ces documents, ${amounts} sont contestés et ne sont pas reconnus ici ; chacun conserve ses droits à cet égard.`,
  noneDisputed: 'Rien n’en est contesté.',
  discussed: (debtor, creditor) =>
    `${debtor} et ${creditor} ont parlé des documents ci-dessus. Ce compte rendu dit ce qui a été évoqué ; à lui seul, il ne reconnaît aucune créance et n’en abandonne aucune.`,
  promise: (debtor, amount, day) => `${debtor} paiera ${amount} au plus tard le ${day}.`,
  promiseFor: (debtor, amount, day, number) =>
    `${debtor} paiera ${amount} sur le document ${number} au plus tard le ${day}.`,
  plan: (debtor, total, { count, first, last }) =>
    `${debtor} paiera ${total} en ${count} échéances, la première le ${first} et la dernière le ${last}.`,
  instalment: (number) => `Échéance ${number}`,
  accelerates: 'Si une échéance n’est pas payée, tout le reste devient exigible aussitôt.',
  consent: {
    conversation: (debtor) =>
      `J’ai lu ce compte rendu, il dit ce qui a été évoqué et convenu, et je le signe électroniquement pour ${debtor}.`,
    acknowledgement: (debtor) =>
      `J’ai lu cette reconnaissance de dette, je suis habilité à la donner pour ${debtor}, et je la signe électroniquement.`,
  },
  limitation: {
    notAdvice: 'Information avec sa source ; ce n’est pas un conseil juridique.',
    restarts: (source) =>
      `Une reconnaissance fait courir à nouveau la prescription des créances reconnues, tant que l’ancien délai n’est pas écoulé (${source}).`,
    noRule: 'Si un délai de prescription court à nouveau dépend du droit applicable.',
    period: (years, source) =>
      `Le nouveau délai est de ${years} ans à compter du lendemain de la signature (${source}).`,
    noPeriod: 'La durée du nouveau délai est à demander à un avocat.',
    notes: {
      in_writing_and_signed:
        'La reconnaissance doit être écrite et signée par qui la donne, ou par son mandataire.',
      not_abstract:
        'Une dette existante est confirmée. Ce n’est pas une promesse autonome au sens du § 781 BGB, qui ne peut être donnée sous forme électronique.',
      longer_by_deed:
        'Après une reconnaissance par titre, le délai est de dix ans (art. 137 al. 2 CO) ; si une signature électronique suffit, un avocat doit le dire.',
      shorter_is_shown: 'Certaines créances ont un délai plus long ; le plus court est indiqué.',
      regions_differ: 'D’autres règles valent dans certaines parties du pays.',
      new_law: 'Le droit de la prescription y est en cours de refonte.',
      not_looked_up:
        'Le texte de la loi n’était pas à disposition lors de la rédaction ; aucune fin n’est donc calculée.',
      check_with_counsel: 'À vérifier avec un avocat.',
    },
  },
  sheet: {
    record: (number) => `Dossier ${number}`,
    signature: 'Signature',
    signedBy: 'Signé par',
    role: 'Fonction',
    signedAt: 'Signé le',
    typed: 'Signé en saisissant le nom',
    isTest: 'TEST : signé pendant que l’organisation faisait un essai. Cela ne prouve rien.',
    audit: 'Page de preuve',
    auditText: 'Comment ce document est né. Chaque heure est donnée avec son fuseau.',
    how: 'Comment',
    hows: {
      device: (witness) => `Sur l’appareil de ${witness}, présent`,
      link: (address) => `Par un lien envoyé à ${address} seulement`,
    },
    methods: { drawn: 'tracée à la main', typed: 'nom saisi' },
    code: 'Code à usage unique',
    codeRight: 'envoyé à la même adresse et saisi correctement',
    from: 'Adresse réseau',
    agent: 'Navigateur',
    consent: 'Accepté',
    hash: 'Empreinte de ce qui a été signé (SHA-256)',
    hashText:
      'Formée de chaque phrase et de chaque chiffre, avant que le document ne soit présenté à la signature.',
    limitation: 'Prescription',
    limitationUntil: (day) => `jusqu’à la fin du ${day}`,
    limitationCounsel: 'à vérifier avec un avocat',
    event: 'Ce qui s’est passé',
    at: 'Quand',
    by: 'Par',
    system: 'Goodterms',
    events: {
      made: 'Document établi et figé',
      requested: 'Lien de signature demandé',
      mail_accepted: 'Message avec le lien pris en charge par le serveur',
      mail_refused: 'Message avec le lien revenu',
      mail_unknown: 'Message avec le lien : le serveur n’a pas répondu',
      mail_given_up: 'Message avec le lien non envoyé : plus souhaité',
      address_bounced: 'L’adresse a été signalée comme injoignable',
      link_made: 'Lien créé',
      link_revoked: 'Lien terminé',
      link_closed: 'Lien fermé après cinq codes faux',
      code_made: 'Code à usage unique envoyé',
      signed: 'Signé',
      sealed: 'Scellé',
      refused: 'Non signé : le client dit que quelque chose n’est pas exact',
      withdrawn: 'Retiré',
      superseded: 'Remplacé par un document plus récent',
      not_sealed: 'Signé, mais n’a pas pu être scellé',
    },
    verify: 'Ce document est-il inchangé ?',
    verifyText: (organisation) =>
      `Il est scellé par ${organisation} (PAdES). Tout lecteur de PDF qui vérifie les signatures peut le dire, et cette page aussi :`,
    page: ['Page ', ' sur ', ''],
  },
  page: {
    asks: (organisation) => `${organisation} vous demande de lire et de signer ceci.`,
    sign: 'Signer',
    name: 'Votre nom',
    role: 'Votre fonction',
    roleHint: 'Par exemple : gérante, comptabilité fournisseurs.',
    typed: 'Signature : saisissez votre nom complet',
    typedHint:
      'La saisie suffit. Si vous préférez tracer votre signature, utilisez le cadre ci-dessous.',
    drawFirst: 'Tracez votre signature',
    orType: 'Ou saisissez votre nom complet',
    draw: 'Ou tracez votre signature',
    drawHint: 'Avec le doigt, un stylet ou la souris.',
    clear: 'Effacer',
    consent: 'J’accepte',
    doSign: 'Signer maintenant',
    wrong: 'Quelque chose ne va pas',
    wrongHint:
      'Dites quoi ; aucun code n’est nécessaire. Rien n’est alors signé, et l’on reviendra vers vous.',
    doRefuse: 'Je ne signe pas ceci',
    missing: {
      name: 'Saisissez d’abord votre nom.',
      signature: 'Saisissez votre nom comme signature, ou tracez-la.',
      consent: 'Cochez la phrase que vous acceptez.',
      reason: 'Dites en quelques mots ce qui ne va pas.',
    },
    signed: 'Merci. C’est signé.',
    signedText: (organisation) =>
      `Vous et ${organisation} recevez le document scellé par e-mail dans quelques minutes. Vous pouvez fermer cette page.`,
    refused: 'C’est noté : vous ne signez pas ceci.',
    refusedText: (organisation) =>
      `${organisation} voit ce que vous avez écrit et reviendra vers vous.`,
    ended: 'Ce document n’attend plus de signature. Vous n’avez rien à faire.',
    endedTexts: {
      withdrawn: (organisation, writtenBy) =>
        `${organisation} l’a retiré. Si vous ne vous y attendiez pas, demandez à ${writtenBy} ou répondez à l’e-mail qui vous a mené ici.`,
      superseded: (organisation, writtenBy) =>
        `${organisation} en a rédigé un plus récent à la place. S’il vous revient de le signer, son lien arrive dans un e-mail à part. S’il vous manque, demandez à ${writtenBy}.`,
      paid: (organisation) => `Ce dont il s’agissait est payé. ${organisation} vous remercie.`,
      changed: (organisation, writtenBy) =>
        `Ce qui était convenu a changé depuis. ${writtenBy}, de ${organisation}, peut vous en dire plus ; vous pouvez aussi répondre à l’e-mail qui vous a mené ici.`,
    },
    isTest: 'Ceci est un essai. Ce qui est signé ici ne prouve rien.',
  },
  mail: {
    greeting: (name) => (name === '' ? 'Bonjour,' : `Bonjour ${name},`),
    request: {
      subject: (title, organisation) => `À signer : ${title}, ${organisation}`,
      asks: (person, organisation) =>
        `${person}, de ${organisation}, vous demande de lire et de signer ce que vous avez convenu. Cela prend deux minutes, sans compte. Un code est envoyé à cette adresse au moment de signer.`,
      button: 'Lire et signer',
      smallPrint: (organisation, day) =>
        `Envoyé par ${organisation}. Le lien est pour vous seul et ouvert jusqu’au ${day} : merci de ne pas transférer ce message. L’ouvrir ne signe rien.`,
    },
    copy: {
      subject: (title, customer) => `Signé : ${title}, ${customer}`,
      theirs: (organisation) =>
        `Voici ce que vous avez signé, scellé par ${organisation}. La dernière page dit comment il est né et comment vérifier que rien n’a été changé. Merci de le conserver.`,
      ours: (customer) =>
        `C’est signé pour ${customer}. Le document scellé est joint et conservé avec le client.`,
      smallPrint: 'Un seul octet changé brise le sceau.',
    },
    fileName: { conversation: 'Compte-rendu', acknowledgement: 'Reconnaissance-de-dette' },
  },
}
