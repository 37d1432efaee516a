import type { PortalWords } from './types.ts'

export const de: PortalWords = {
  title: 'Ihre Antwort',
  footer: 'Dieser Link wurde nur Ihnen geschickt. Ihn zu öffnen ändert nichts.',
  problems: {
    no_such_link: {
      title: 'Dieser Link ist unvollständig',
      text: 'Bitte öffnen Sie ihn noch einmal aus der Nachricht, oder kopieren Sie ihn ganz. Geht er dann immer noch nicht auf, bitten Sie um einen neuen.',
    },
    link_expired: {
      title: 'Dieser Link ist abgelaufen',
      text: 'Er galt nur eine begrenzte Zeit. Möchten Sie noch antworten, bitten Sie um einen neuen.',
    },
    link_used: {
      title: 'Das ist beantwortet',
      text: 'Der Link hat seinen Dienst getan. Sie müssen nichts mehr tun.',
    },
    link_revoked: {
      title: 'Dieser Link wurde zurückgezogen',
      text: 'Eine Antwort wird nicht mehr gebraucht, oder Sie haben einen neueren Link bekommen.',
    },
    link_closed: {
      title: 'Dieser Link ist geschlossen',
      text: 'Der Code war zu oft falsch. Bitten Sie um einen neuen Link.',
    },
    too_many_attempts: {
      title: 'Zu viele Versuche',
      text: 'Bitte warten Sie eine Viertelstunde und versuchen Sie es dann noch einmal.',
    },
    no_longer_possible: {
      title: 'Das geht nicht mehr',
      text: 'Seit der Nachricht hat sich etwas geändert. Es wurde nichts notiert.',
    },
    fault: {
      title: 'Das hat nicht geklappt',
      text: 'Der Fehler liegt bei uns, nicht bei Ihnen. Es wurde nichts notiert; bitte versuchen Sie es in ein paar Minuten noch einmal.',
    },
  },
  code: {
    label: 'Code aus der Nachricht',
    hint: (address) => `Sechs Ziffern, gesendet an ${address}.`,
    send: 'Code senden',
    sent: (address) => `Ein Code ist unterwegs an ${address}. Er gilt zehn Minuten.`,
    notSent:
      'Der Code konnte nicht gesendet werden. Bitte versuchen Sie es in ein paar Minuten noch einmal.',
    missing: 'Bitte zuerst den Code eingeben.',
    wrong: (left) =>
      left === 1
        ? 'Der Code ist falsch. Ein Versuch bleibt.'
        : `Der Code ist falsch. ${left} Versuche bleiben.`,
    expired: 'Dieser Code gilt nicht mehr. Lassen Sie sich einen neuen senden.',
    subject: (organisation) => `Ihr Code für ${organisation}`,
    text: (code) => `Ihr Code lautet ${code}. Er gilt zehn Minuten.`,
    smallPrint: 'Niemand wird Sie am Telefon oder per Nachricht nach diesem Code fragen.',
  },
  check: {
    title: 'Ist dieses Dokument unverändert?',
    text: (organisation) =>
      `Wählen Sie ein PDF, das ${organisation} versiegelt hat. Sie erfahren, ob es genau so ist, wie es versiegelt wurde.`,
    file: 'Das PDF',
    go: 'Prüfen',
    kept: 'Die Datei wird verglichen und nicht behalten.',
    missing: 'Bitte zuerst eine Datei wählen.',
    tooLarge: 'Diese Datei ist zu groß: höchstens 10 MB.',
    verdicts: {
      intact: (organisation) => `Unverändert. Von ${organisation} versiegelt und genau wie damals.`,
      foreign: (organisation) =>
        `Versiegelt und unverändert, aber nicht von ${organisation}. Halten Sie es nicht für ein Dokument von dort.`,
      changed: () => 'Nicht, wie es versiegelt wurde. Verlassen Sie sich nicht auf diese Datei.',
      unsigned: () => 'Dieses PDF trägt kein Siegel.',
      unreadable: () => 'Das ist kein ganzes PDF. Bitten Sie noch einmal um die Datei.',
    },
    sealedBy: 'Versiegelt von',
    sealedAt: 'Versiegelt',
    stampedAt: 'Zeitstempel',
    certificate: 'Zertifikat (SHA-256)',
    footer: 'Hier kann jeder prüfen. Von Ihrer Datei wird nichts behalten.',
  },
  chooseFirst: 'Bitte zuerst eine Antwort wählen.',
  tooLong: 'Dieser Text ist zu lang: höchstens 2.000 Zeichen.',
  fileTooLarge: 'Diese Datei ist zu groß: höchstens 10 MB.',
  fileNotAllowed: 'Diese Datei geht nicht: nur PDF, PNG oder JPEG.',
}
