import type { RecordWords } from './types.ts'

export const de: RecordWords = {
  title: { conversation: 'Gesprächsprotokoll', acknowledgement: 'Schuldanerkenntnis' },
  firstLine: {
    asOf: (day) => `Beträge vom ${day}.`,
    synced: (moment) => `Stand der Buchhaltung: ${moment}.`,
    payments: (day) => `Zahlungen berücksichtigt bis ${day}.`,
    stale: (moment) =>
      `Die Beträge können veraltet sein: Die Buchhaltung ist vom ${moment}. Spätere Zahlungen sind nicht berücksichtigt.`,
    neverSynced:
      'Die Beträge können veraltet sein: Von wann die Buchhaltung ist, ist nicht bekannt.',
  },
  parties: {
    creditor: 'Gläubiger',
    debtor: 'Schuldner',
    number: (number) => `Kundennummer ${number}`,
    signs: (name, role) =>
      role === '' ? `Es unterschreibt: ${name}` : `Es unterschreibt: ${name}, ${role}`,
  },
  headings: {
    talk: 'Das Gespräch',
    invoices: { conversation: 'Besprochene Belege', acknowledgement: 'Was geschuldet wird' },
    commitment: 'Was vereinbart wurde',
    declaration: 'Erklärung',
    information: 'Was das bedeutet',
  },
  talk: {
    when: 'Wann',
    where: 'Wo',
    who: 'Wer',
    said: 'Was der Kunde sagte',
    agreed: 'Vereinbart',
    channels: {
      call: 'am Telefon',
      visit: 'persönlich',
      email: 'per E-Mail',
      other: 'auf anderem Weg',
    },
  },
  columns: {
    number: 'Beleg',
    issued: 'Ausgestellt',
    due: 'Fällig',
    open: 'Offen',
    disputed: 'Strittig',
    acknowledged: 'Anerkannt',
  },
  sums: { open: 'Insgesamt offen', disputed: 'davon strittig', acknowledged: 'Anerkannt' },
  inCurrency: (currency) => `In ${currency}`,
  acknowledges: (debtor, creditor, amounts) =>
    `${debtor} erkennt an, ${creditor} aus den oben genannten Belegen ${amounts} zu schulden.`,
  carvesOut: (amounts) =>
    `Von diesen Belegen sind ${amounts} strittig und werden hier nicht anerkannt; beide Seiten behalten insoweit ihre Rechte.`,
  noneDisputed: 'Davon ist nichts strittig.',
  discussed: (debtor, creditor) =>
    `${debtor} und ${creditor} haben über die oben genannten Belege gesprochen. Dieses Protokoll hält fest, was besprochen wurde; für sich allein erkennt es keine Forderung an und verzichtet auf keine.`,
  promise: (debtor, amount, day) => `${debtor} zahlt ${amount} bis zum ${day}.`,
  promiseFor: (debtor, amount, day, number) =>
    `${debtor} zahlt ${amount} auf Beleg ${number} bis zum ${day}.`,
  plan: (debtor, total, { count, first, last }) =>
    `${debtor} zahlt ${total} in ${count} Raten, die erste am ${first}, die letzte am ${last}.`,
  instalment: (number) => `Rate ${number}`,
  accelerates: 'Bleibt eine Rate aus, wird der ganze Rest sofort fällig.',
  consent: {
    conversation: (debtor) =>
      `Ich habe dieses Protokoll gelesen, es gibt wieder, was besprochen und vereinbart wurde, und ich unterschreibe es elektronisch für ${debtor}.`,
    acknowledgement: (debtor) =>
      `Ich habe dieses Schuldanerkenntnis gelesen, ich bin berechtigt, es für ${debtor} abzugeben, und ich unterschreibe es elektronisch.`,
  },
  limitation: {
    notAdvice: 'Information mit Quelle; keine Rechtsberatung.',
    restarts: (source) =>
      `Mit einem Anerkenntnis beginnt die Verjährung der anerkannten Forderungen neu, solange die alte Frist nicht abgelaufen ist (${source}).`,
    noRule: 'Ob damit eine Verjährungsfrist neu beginnt, hängt vom anwendbaren Recht ab.',
    period: (years, source) =>
      `Die neue Frist beträgt ${years} Jahre ab dem Tag nach der Unterschrift (${source}).`,
    noPeriod: 'Wie lang die neue Frist ist, muss ein Anwalt sagen.',
    notes: {
      in_writing_and_signed:
        'Das Anerkenntnis muss schriftlich sein und von dem unterschrieben werden, der es abgibt, oder von seinem Vertreter.',
      not_abstract:
        'Bestätigt wird eine bestehende Schuld. Ein selbständiges Schuldanerkenntnis nach § 781 BGB ist das nicht; das gibt es nicht in elektronischer Form.',
      longer_by_deed:
        'Nach einer Anerkennung durch Urkunde beträgt die Frist zehn Jahre (Art. 137 Abs. 2 OR); ob eine elektronische Unterschrift genügt, muss ein Anwalt sagen.',
      shorter_is_shown: 'Für manche Forderungen gilt eine längere Frist; genannt ist die kürzere.',
      regions_differ: 'In Teilen des Landes gelten andere Regeln.',
      new_law: 'Das Verjährungsrecht wird hier gerade neu gefasst.',
      not_looked_up:
        'Der Gesetzestext lag beim Schreiben nicht vor; deshalb ist kein Ende berechnet.',
      check_with_counsel: 'Lassen Sie das anwaltlich prüfen.',
    },
  },
  sheet: {
    record: (number) => `Vorgang ${number}`,
    signature: 'Unterschrift',
    signedBy: 'Unterschrieben von',
    role: 'Funktion',
    signedAt: 'Unterschrieben',
    typed: 'Unterschrieben durch Eintippen des Namens',
    isTest:
      'TEST: unterschrieben, während die Organisation etwas ausprobierte. Das beweist nichts.',
    audit: 'Prüfprotokoll',
    auditText: 'Wie dieses Dokument zustande kam. Jede Zeit steht mit ihrer Zeitzone.',
    how: 'Wie',
    hows: {
      device: (witness) => `Auf dem Gerät von ${witness}, anwesend`,
      link: (address) => `Über einen Link, der nur an ${address} ging`,
    },
    methods: { drawn: 'von Hand gezeichnet', typed: 'getippter Name' },
    code: 'Einmalcode',
    codeRight: 'an dieselbe Adresse gesendet und richtig eingegeben',
    from: 'Netzadresse',
    agent: 'Browser',
    consent: 'Zugestimmt',
    hash: 'Fingerabdruck des Unterschriebenen (SHA-256)',
    hashText:
      'Gebildet aus jedem Satz und jeder Zahl, bevor das Dokument zur Unterschrift gezeigt wurde.',
    limitation: 'Verjährung',
    limitationUntil: (day) => `bis zum Ende des ${day}`,
    limitationCounsel: 'anwaltlich prüfen lassen',
    event: 'Was geschah',
    at: 'Wann',
    by: 'Von',
    system: 'Goodterms',
    events: {
      made: 'Dokument angelegt und eingefroren',
      requested: 'Link zum Unterschreiben angefordert',
      mail_accepted: 'E-Mail mit dem Link vom Mailserver angenommen',
      mail_refused: 'E-Mail mit dem Link kam zurück',
      mail_unknown: 'E-Mail mit dem Link: Der Mailserver antwortete nicht',
      mail_given_up: 'E-Mail mit dem Link nicht gesendet: nicht mehr gewollt',
      address_bounced: 'Die Adresse wurde als nicht erreichbar gemeldet',
      link_made: 'Link erzeugt',
      link_revoked: 'Link beendet',
      link_closed: 'Link nach fünf falschen Codes geschlossen',
      code_made: 'Einmalcode gesendet',
      signed: 'Unterschrieben',
      sealed: 'Versiegelt',
      refused: 'Nicht unterschrieben: der Kunde sagt, dass etwas nicht stimmt',
      withdrawn: 'Zurückgezogen',
      superseded: 'Durch ein neueres Dokument ersetzt',
      not_sealed: 'Unterschrieben, konnte aber nicht versiegelt werden',
    },
    verify: 'Ist dieses Dokument unverändert?',
    verifyText: (organisation) =>
      `Es ist von ${organisation} versiegelt (PAdES). Jedes PDF-Programm, das Signaturen prüft, kann es sagen, und diese Seite auch:`,
    page: ['Seite ', ' von ', ''],
  },
  page: {
    asks: (organisation) => `${organisation} bittet Sie, das zu lesen und zu unterschreiben.`,
    sign: 'Unterschreiben',
    name: 'Ihr Name',
    role: 'Ihre Funktion',
    roleHint: 'Zum Beispiel: Geschäftsführerin, Kreditorenbuchhaltung.',
    typed: 'Unterschrift: vollen Namen eintippen',
    typedHint: 'Tippen genügt. Wenn Sie lieber zeichnen, nutzen Sie das Feld darunter.',
    drawFirst: 'Zeichnen Sie Ihre Unterschrift',
    orType: 'Oder tippen Sie Ihren vollen Namen',
    draw: 'Oder zeichnen Sie Ihre Unterschrift',
    drawHint: 'Mit dem Finger, einem Stift oder der Maus.',
    clear: 'Leeren',
    consent: 'Ich stimme zu',
    doSign: 'Jetzt unterschreiben',
    wrong: 'Hier stimmt etwas nicht',
    wrongHint:
      'Sagen Sie, was; dafür ist kein Code nötig. Es wird dann nichts unterschrieben, und man meldet sich bei Ihnen.',
    doRefuse: 'Ich unterschreibe das nicht',
    missing: {
      name: 'Bitte zuerst den Namen eingeben.',
      signature: 'Bitte den Namen als Unterschrift eintippen oder zeichnen.',
      consent: 'Bitte den Satz ankreuzen, dem Sie zustimmen.',
      reason: 'Bitte in wenigen Worten sagen, was nicht stimmt.',
    },
    signed: 'Danke. Es ist unterschrieben.',
    signedText: (organisation) =>
      `Sie und ${organisation} bekommen das versiegelte Dokument in wenigen Minuten per E-Mail. Sie können diese Seite schließen.`,
    refused: 'Notiert: Sie unterschreiben das nicht.',
    refusedText: (organisation) =>
      `${organisation} sieht, was Sie geschrieben haben, und meldet sich bei Ihnen.`,
    ended: 'Dieses Dokument wartet nicht mehr auf eine Unterschrift. Sie müssen nichts tun.',
    endedTexts: {
      withdrawn: (organisation, writtenBy) =>
        `${organisation} hat es zurückgezogen. Wenn Sie das nicht erwartet haben, fragen Sie ${writtenBy} oder antworten Sie auf die E-Mail, die Sie hierher geführt hat.`,
      superseded: (organisation, writtenBy) =>
        `${organisation} hat ein neueres an seine Stelle gesetzt. Wenn Sie es unterschreiben sollen, kommt der Link dazu in einer eigenen E-Mail. Vermissen Sie ihn, fragen Sie ${writtenBy}.`,
      paid: (organisation) => `Worum es ging, ist bezahlt. ${organisation} dankt Ihnen.`,
      changed: (organisation, writtenBy) =>
        `Was vereinbart war, hat sich seitdem geändert. ${writtenBy} von ${organisation} weiß mehr; Sie können auch auf die E-Mail antworten, die Sie hierher geführt hat.`,
    },
    isTest: 'Das ist ein Test. Was hier unterschrieben wird, beweist nichts.',
  },
  mail: {
    greeting: (name) => (name === '' ? 'Guten Tag,' : `Guten Tag ${name},`),
    request: {
      subject: (title, organisation) => `Zum Unterschreiben: ${title}, ${organisation}`,
      asks: (person, organisation) =>
        `${person} von ${organisation} bittet Sie, zu lesen und zu unterschreiben, was Sie vereinbart haben. Es dauert zwei Minuten, ein Konto brauchen Sie nicht. Beim Unterschreiben kommt ein Code an diese Adresse.`,
      button: 'Lesen und unterschreiben',
      smallPrint: (organisation, day) =>
        `Gesendet von ${organisation}. Der Link ist nur für Sie und bis ${day} offen: Bitte leiten Sie diese Nachricht nicht weiter. Ihn zu öffnen unterschreibt nichts.`,
    },
    copy: {
      subject: (title, customer) => `Unterschrieben: ${title}, ${customer}`,
      theirs: (organisation) =>
        `Hier ist, was Sie unterschrieben haben, versiegelt von ${organisation}. Die letzte Seite sagt, wie es zustande kam und wie sich prüfen lässt, dass nichts verändert wurde. Bitte bewahren Sie es auf.`,
      ours: (customer) =>
        `Für ${customer} ist unterschrieben. Das versiegelte Dokument ist angehängt und liegt beim Kunden.`,
      smallPrint: 'Ein verändertes Byte bricht das Siegel.',
    },
    fileName: { conversation: 'Gesprächsprotokoll', acknowledgement: 'Schuldanerkenntnis' },
  },
}
