import type { access as source } from '../en/access.ts'
import type { Translated } from '../translated.ts'

export const access: Translated<typeof source> = {
  roles: {
    seller: 'Vertrieb',
    sales_manager: 'Vertriebsleitung',
    collector: 'Debitorenbuchhaltung',
    credit_manager: 'Kreditmanagement',
    legal: 'Recht',
    finance_director: 'Finanzleitung',
    administrator: 'Administration',
    auditor: 'Revision',
  },
  signIn: {
    title: 'Anmelden',
    email: 'E-Mail',
    password: 'Passwort',
    show: 'Zeigen',
    hide: 'Verbergen',
    do: 'Anmelden',
    forgotten: 'Passwort vergessen? Ihre Administration kann Ihnen einen neuen Link geben.',
    tagline: 'Ein Verkauf ist abgeschlossen, wenn er bezahlt ist.',
  },
  start: {
    title: 'Willkommen bei Goodterms',
    text: 'Wer schuldet was, wer erinnert wen, und warum nicht. Zwei Wege zu beginnen:',
    own: 'Meine Firma einrichten',
    ownText: 'Vier Fragen. Niemand bekommt etwas, bevor Sie es sagen.',
    demo: 'In der Beispielfirma umsehen',
    demoText:
      'Eine Firma mit 400 Kunden und zwei Jahren Geschichte. Ihre Nachrichten verlassen diesen Rechner nie.',
    enterAs: 'Als {name} eintreten',
    step: 'Schritt {step} von {steps}',
    back: 'Zurück',
    next: 'Weiter',
    organisation: 'Ihre Organisation',
    organisationText:
      'So, wie Ihre Kollegen sie kennen. Sie kann mehrere rechnungsstellende Firmen haben.',
    organisationName: 'Name der Organisation',
    language: 'Sprache',
    languageHint: 'Für das, was Goodterms Ihrem Team sagt. Jede Person kann ihre eigene wählen.',
    entity: 'Die Firma, die Rechnungen stellt',
    entityText:
      'Ihr Land bestimmt die Feiertage, ihre Zeitzone, wann eine Rechnung überfällig wird.',
    entityName: 'Name auf den Rechnungen',
    country: 'Land',
    region: 'Bundesland oder Region',
    regionHint: 'Für regionale Feiertage, etwa BY für Bayern.',
    currency: 'Währung',
    timeZone: 'Zeitzone',
    person: 'Sie',
    personText: 'Sie verwalten die Organisation und können die anderen einladen.',
    personName: 'Ihr Name',
    personNameHint: 'Kunden sehen ihn unter Ihren Nachrichten.',
    passwordHint: 'Mindestens 10 Zeichen. Ein Satz lässt sich am leichtesten merken.',
    passwordShort: 'Bitte mindestens 10 Zeichen.',
    check: 'Stimmt das so?',
    checkText:
      'Alles lässt sich später in den Einstellungen ändern, nur die Währung der Firma nicht.',
    testMode:
      'Der Testbetrieb ist an: Jede Nachricht geht an Ihr eigenes Postfach, bis Sie ihn ausschalten.',
    do: '{name} einrichten',
  },
  organisation: {
    title: 'Organisation wählen',
    none: 'Sie gehören keiner Organisation mehr an. Bitten Sie eine Administratorin oder einen Administrator um eine Einladung.',
  },
  passwordLink: {
    title: 'Passwort wählen',
    text: 'Für {name}, {email}',
    password: 'Neues Passwort',
    do: 'Passwort setzen und anmelden',
  },
}
