import { PAYMENT } from '../parts.ts'
import type { AnswerTexts } from '../types.ts'

export const de: AnswerTexts = {
  promise_broken: {
    name: 'Zugesagte Zahlung nicht eingegangen',
    subject: 'Ihre angekündigte Zahlung: {{ documents }}',
    body: `{{ greeting }}

Sie hatten uns freundlicherweise gesagt, wann wir mit Ihrer Zahlung rechnen können. Dieser Tag ist vorbei, und wir konnten sie auf unserem Konto nicht finden.

{{ items_table }}

Haben Sie bereits gezahlt, senden Sie uns bitte Tag, Betrag und Verwendungszweck, damit wir nachforschen können. Andernfalls überweisen Sie {{ payable }} bitte jetzt oder sagen Sie mir heute, was dem entgegensteht.

${PAYMENT}

Freundliche Grüße

{{ signature }}`,
  },
  invoice_note: {
    name: 'Neue Rechnung',
    subject:
      '{% if count == 1 %}Neue Rechnung{% else %}Neue Rechnungen{% endif %}: {{ documents }}',
    body: `{{ greeting }}

{% if count == 1 %}wir haben Ihnen eine neue Rechnung gestellt.{% else %}wir haben Ihnen {{ count }} neue Rechnungen gestellt.{% endif %} Falls {% if count == 1 %}sie{% else %}eine davon{% endif %} noch nicht angekommen ist, finden Sie hier die Angaben:

{{ items_table }}

Vor dem Fälligkeitstag ist nichts zu tun. Fehlt etwas, etwa eine Bestellnummer oder eine Kopie, oder ist etwas nicht wie erwartet, sagen Sie es mir bitte jetzt, und ich kümmere mich darum.

${PAYMENT}

Vielen Dank und freundliche Grüße

{{ signature }}`,
  },
  instalment_missed: {
    name: 'Rate des Zahlungsplans nicht eingegangen',
    subject: 'Die Rate von {{ instalment.amount }}, fällig am {{ instalment.due_on }}',
    body: `{{ greeting }}

wir hatten einen Zahlungsplan vereinbart. Die Rate {{ instalment.number }} von {{ instalment.count }} über {{ instalment.amount }} war am {{ instalment.due_on }} fällig, und wir konnten sie auf unserem Konto nicht oder nicht vollständig finden.

Der Plan umfasst:

{{ items_table }}

Haben Sie bereits gezahlt, senden Sie uns bitte Tag, Betrag und Verwendungszweck, damit wir nachforschen können. Ist etwas dazwischengekommen, sagen Sie es mir bitte heute: Jetzt finden wir leichter gemeinsam einen Weg als später. Andernfalls überweisen Sie bitte jetzt {{ instalment.amount }}. Ohne den Plan sind {{ payable }} fällig.

${PAYMENT}

Freundliche Grüße

{{ signature }}`,
  },
  thank_you: {
    name: 'Dank für die Zahlung',
    subject: 'Vielen Dank für Ihre Zahlung über {{ payment.amount }}',
    body: `{{ greeting }}

Ihre Zahlung über {{ payment.amount }} ist am {{ payment.received_on }} bei uns eingegangen. Vielen Dank dafür.

{% if overdue %}Was auf Ihrem Konto noch offen ist, sehen Sie im beigefügten Kontoauszug.{% else %}Auf Ihrem Konto ist nichts überfällig.{% endif %}

Freundliche Grüße

{{ signature }}`,
  },
  statement_only: {
    name: 'Kontoauszug',
    subject: 'Kontoauszug zum {{ as_of }}',
    body: `{{ greeting }}

nachfolgend und als PDF im Anhang erhalten Sie den Auszug Ihres Kontos zum {{ as_of }}.

{{ account_table }}

Bitte gleichen Sie ihn mit Ihren Büchern ab und sagen Sie mir, falls etwas abweicht.

Freundliche Grüße

{{ signature }}`,
  },
  documents_asked: {
    name: 'Angeforderte Unterlagen',
    subject: 'Die Unterlagen zu {{ documents }}',
    body: `{{ greeting }}

wie gewünscht erhalten Sie die Unterlagen zu {% if count == 1 %}der folgenden Rechnung{% else %}den folgenden Rechnungen{% endif %}. Sie liegen dieser Nachricht bei, zusammen mit einem Auszug Ihres Kontos.

{{ items_table }}

Falls etwas fehlt oder Sie es in anderer Form benötigen, genügt eine kurze Antwort.

Mit freundlichen Grüßen

{{ signature }}`,
  },
  remittance_request: {
    name: 'Bitte um Angaben zu einer Zahlung',
    subject: 'Ihre Zahlung zu {{ documents }}: Dürfen wir um die Angaben bitten?',
    body: `{{ greeting }}

vielen Dank für Ihre Mitteilung, dass {% if count == 1 %}die folgende Rechnung bezahlt ist{% else %}die folgenden Rechnungen bezahlt sind{% endif %}. Wir haben die Zahlung auf unserem Konto noch nicht gefunden und möchten sie rasch zuordnen.

{{ items_table }}

Könnten Sie uns Datum, Betrag, das Zielkonto und den Verwendungszweck nennen oder einfach das Zahlungsavis schicken? Bis wir sie gefunden haben, senden wir keine Erinnerungen.

Mit freundlichen Grüßen

{{ signature }}`,
  },
  instalment_reminder: {
    name: 'Vor einer Rate',
    subject:
      'Rate {{ instalment.number }} von {{ instalment.count }}: {{ instalment.amount }} am {{ instalment.due_on }}',
    body: `{{ greeting }}

wie vereinbart, wird die nächste Rate Ihres Zahlungsplans bald fällig:

{{ instalment.amount }} am {{ instalment.due_on }} (Rate {{ instalment.number }} von {{ instalment.count }})

Der Plan umfasst:

{{ items_table }}

Wenn die Zahlung schon veranlasst ist, brauchen Sie nichts zu tun. Passt Ihnen der Tag nicht, sagen Sie mir bitte vorher Bescheid, damit wir gemeinsam eine Lösung finden.

${PAYMENT}

Vielen Dank und freundliche Grüße

{{ signature }}`,
  },
  dispute_settled: {
    name: 'Antwort auf eine Reklamation',
    subject: 'Ihre Rückfrage: {{ documents }}',
    body: `{{ greeting }}

{{ personal_note }}

{{ items_table }}

${PAYMENT}

Mit freundlichen Grüßen

{{ signature }}`,
  },
  plan_accelerated: {
    name: 'Der Rest eines Plans ist fällig',
    subject: 'Ihr Zahlungsplan: {{ acceleration.amount }} sind jetzt fällig',
    body: `{{ greeting }}

am {{ acceleration.agreed_on }} haben wir einen Zahlungsplan vereinbart. Nach unserer Vereinbarung kann der ganze Rest fällig gestellt werden, wenn eine Rate ausbleibt. Folgendes konnten wir auf unserem Konto nicht oder nicht vollständig finden:

{% for one in acceleration.missed %}Rate {{ one.number }} von {{ one.count }}, fällig am {{ one.due_on }}: es fehlen {{ one.amount }}
{% endfor %}

Von dieser Klausel machen wir jetzt Gebrauch. Die Raten enden, und der gesamte Restbetrag von {{ acceleration.amount }} ist seit dem {{ acceleration.due_on }} auf einmal fällig:

{% for one in acceleration.items %}{{ one.number }}: {{ one.amount }}
{% endfor %}

Bitte überweisen Sie jetzt {{ acceleration.amount }}. Haben Sie bereits gezahlt, senden Sie uns bitte Tag, Betrag und Verwendungszweck, damit wir nachforschen können. Können Sie den Betrag nicht auf einmal zahlen, rufen Sie mich bitte heute an oder schreiben Sie mir.

${PAYMENT}

Freundliche Grüße

{{ signature }}`,
  },
}
