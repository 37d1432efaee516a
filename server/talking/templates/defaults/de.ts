import type { ShippedTexts } from './types.ts'

const PAYMENT = '{% if payment_details %}{{ payment_details }}{% endif %}'

export const de: ShippedTexts = {
  before_due_friendly: {
    name: 'Vor Fälligkeit, freundlich',
    subject: 'Fällig am {{ due_on }}: {{ documents }}',
    body: `{{ greeting }}

ein kurzer Hinweis vorab: {% if count == 1 %}Die folgende Rechnung wird am {{ due_on }} fällig.{% else %}Die folgenden Rechnungen werden ab dem {{ due_on }} fällig.{% endif %} Der Betrag ist {{ payable }}.

{{ items_table }}

Ist die Zahlung bereits eingeplant, brauchen Sie nichts weiter zu tun. Fehlt Ihnen noch etwas, zum Beispiel eine Bestellnummer oder ein Lieferschein, geben Sie mir bitte jetzt Bescheid, damit wir es vor dem Fälligkeitstag klären.

${PAYMENT}

Vielen Dank und freundliche Grüße

{{ signature }}`,
  },
  reminder_friendly: {
    name: 'Zahlungserinnerung, freundlich',
    subject: 'Zahlungserinnerung: {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

{% if count == 1 %}die folgende Rechnung ist fällig, und wir haben dazu noch keinen Zahlungseingang gefunden.{% else %}die folgenden Rechnungen sind fällig, und wir haben dazu noch keinen Zahlungseingang gefunden.{% endif %} Vielleicht ist sie im Tagesgeschäft untergegangen.

{{ items_table }}

Können Sie mir sagen, wann wir mit {{ payable }} rechnen dürfen? Sollte sich Ihre Zahlung mit diesem Schreiben überschnitten haben, betrachten Sie es bitte als gegenstandslos. Stimmt etwas nicht, genügt eine kurze Antwort, und ich kümmere mich darum.

Den vollständigen Kontoauszug finden Sie im Anhang.

${PAYMENT}

Freundliche Grüße

{{ signature }}`,
  },
  reminder_firm: {
    name: 'Mahnung, bestimmt',
    subject: 'Mahnung: {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

trotz unserer Zahlungserinnerung {% if count == 1 %}ist die folgende Rechnung weiterhin offen; sie ist seit {{ days_late }} Tagen fällig.{% else %}sind die folgenden Rechnungen weiterhin offen; die älteste ist seit {{ days_late }} Tagen fällig.{% endif %}

{{ items_table }}

Bitte überweisen Sie {{ payable }} innerhalb der nächsten sieben Tage oder nennen Sie uns bis dahin den Tag, an dem Sie zahlen werden. Falls Sie einen Teil der Forderung beanstanden, teilen Sie uns bitte mit, welchen und weshalb; der übrige Betrag bleibt zahlbar.

Den vollständigen Kontoauszug finden Sie im Anhang.

${PAYMENT}

Mit freundlichen Grüßen

{{ signature }}`,
  },
  reminder_final: {
    name: 'Letzte Mahnung',
    subject: 'Letzte Mahnung: {{ payable }} bis zum {{ next_step_on }}',
    body: `{{ greeting }}

wir haben Ihnen zu {% if count == 1 %}der folgenden Rechnung{% else %}den folgenden Rechnungen{% endif %} mehrfach geschrieben und weder eine Zahlung noch eine Erklärung für die Verzögerung erhalten.

{{ items_table }}

Bitte sorgen Sie dafür, dass {{ payable }} bis zum {{ next_step_on }} auf unserem Konto eingeht. Andernfalls {{ next_step }}.

Lieber wäre uns eine Lösung mit Ihnen. Gibt es einen Grund für die Verzögerung, rufen Sie mich vor diesem Tag an oder schreiben Sie mir.

${PAYMENT}

Mit freundlichen Grüßen

{{ signature }}`,
  },
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
  seller_friendly: {
    name: 'Nachricht vom Vertrieb',
    subject: 'Eine kurze Frage zu {{ documents }}',
    body: `{{ greeting }}

{% if personal_note %}{{ personal_note }}

{% endif %}{% if count == 1 %}bei uns ist noch eine Rechnung{% else %}bei uns sind noch {{ count }} Rechnungen{% endif %} offen, zusammen {{ payable }}. Bevor Ihnen jemand förmlich schreibt, wollte ich Sie selbst fragen: Ist alles angekommen, und war alles so, wie Sie es erwartet haben?

{{ items_table }}

Wenn etwas nicht stimmt, sagen Sie es mir, dann kümmere ich mich darum. Wartet die Zahlung nur auf den nächsten Lauf, hilft mir ein kurzes Wort, wann sie kommt.

Herzlichen Dank und viele Grüße

{{ signature }}`,
  },
  consumer_friendly: {
    name: 'Zahlungserinnerung an Privatkunden',
    subject: 'Zur Erinnerung: {{ documents }}',
    body: `{{ greeting }}

{% if count == 1 %}eine unserer Rechnungen an Sie ist{% else %}einige unserer Rechnungen an Sie sind{% endif %} noch nicht bezahlt. Das kann leicht passieren, deshalb erinnern wir Sie daran.

{{ items_table }}

Bitte überweisen Sie {{ payable }} in den nächsten Tagen. Haben Sie schon gezahlt, vielen Dank: Dann brauchen Sie nichts zu tun. Können Sie den Betrag nicht auf einmal zahlen, antworten Sie einfach auf diese Nachricht; wir finden eine Lösung.

${PAYMENT}

Freundliche Grüße

{{ signature }}`,
  },
  consumer_firm: {
    name: 'Mahnung an Privatkunden',
    subject: 'Mahnung: {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

wir haben Sie bereits an {% if count == 1 %}die folgende Rechnung erinnert. Sie ist{% else %}die folgenden Rechnungen erinnert. Sie sind{% endif %} noch nicht bezahlt.

{{ items_table }}

Bitte überweisen Sie {{ payable }} innerhalb von 14 Tagen. Halten Sie den Betrag für falsch oder fällt Ihnen die Zahlung im Augenblick schwer, melden Sie sich bitte in dieser Zeit bei uns. Eine Zahlung in Raten ist möglich.

${PAYMENT}

Mit freundlichen Grüßen

{{ signature }}`,
  },
  consumer_final: {
    name: 'Letzte Mahnung an Privatkunden',
    subject: 'Letzte Mahnung: {{ payable }} bis zum {{ next_step_on }}',
    body: `{{ greeting }}

wir haben Sie mehrmals an {% if count == 1 %}die folgende Rechnung{% else %}die folgenden Rechnungen{% endif %} erinnert, ohne von Ihnen zu hören.

{{ items_table }}

Bitte zahlen Sie {{ payable }} bis zum {{ next_step_on }}. Haben wir bis dahin weder Ihre Zahlung noch eine Nachricht von Ihnen, {{ next_step }}.

Können Sie nicht den ganzen Betrag zahlen, melden Sie sich bitte vorher bei mir. Eine Ratenzahlung können wir noch vereinbaren.

${PAYMENT}

Mit freundlichen Grüßen

{{ signature }}`,
  },
  letter_reminder: {
    name: 'Mahnung als Brief',
    subject: 'Mahnung: {{ documents }}',
    body: `{{ greeting }}

nach unseren Büchern {% if count == 1 %}ist die folgende Rechnung{% else %}sind die folgenden Rechnungen{% endif %} überfällig. Unsere Nachrichten dazu blieben ohne Antwort.

{{ items_table }}

Wir bitten Sie, {{ payable }} innerhalb von zehn Tagen ab dem Datum dieses Schreibens zu überweisen oder uns schriftlich mitzuteilen, was Sie beanstanden.

${PAYMENT}

Mit freundlichen Grüßen

{{ signature }}`,
  },
  letter_final: {
    name: 'Letzte Mahnung als Brief',
    subject: 'Letzte Mahnung vor weiteren Schritten: {{ documents }}',
    body: `{{ greeting }}

trotz mehrerer Mahnungen {% if count == 1 %}ist die folgende Rechnung{% else %}sind die folgenden Rechnungen{% endif %} nicht bezahlt.

{{ items_table }}

Wir geben Ihnen letztmals Gelegenheit, {{ payable }} so zu überweisen, dass der Betrag bis zum {{ next_step_on }} bei uns eingeht. Geschieht das nicht, {{ next_step }}.

${PAYMENT}

Mit freundlichen Grüßen

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
}
