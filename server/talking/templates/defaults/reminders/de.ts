import { PAYMENT } from '../parts.ts'
import type { ReminderTexts } from '../types.ts'

export const de: ReminderTexts = {
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
}
