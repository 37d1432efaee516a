import type { HouseRefusalTexts } from '../house-refusal-codes.ts'

export const houseRefusals: HouseRefusalTexts = {
  no_such_version: 'Diese Fassung des Mahnplans gibt es nicht.',
  busy: 'Der Server hat gerade zu viel zu tun. Bitte versuchen Sie es noch einmal.',
  too_many_attempts: 'Zu viele Versuche. Bitte warten Sie einige Minuten.',
  too_many_streams: 'Goodterms ist in zu vielen Fenstern offen. Schließen Sie einige.',
  wrong_credentials: 'Diese E-Mail und dieses Passwort gehören nicht zusammen.',
  wrong_password: 'Das ist nicht Ihr bisheriges Passwort.',
  weak_password:
    'Dieses Passwort ist zu leicht zu erraten. Nehmen Sie ein längeres, etwa einen Satz.',
  no_such_organisation: 'Diese Organisation gibt es nicht, oder Sie gehören nicht zu ihr.',
  no_such_session: 'Diese Anmeldung ist schon beendet.',
  no_such_link: 'Diesen Link gibt es nicht. Bitten Sie einen Administrator um einen neuen.',
  link_used:
    'Dieser Link wurde schon benutzt. Melden Sie sich an, oder bitten Sie einen Administrator um einen neuen.',
  link_expired: 'Dieser Link ist abgelaufen. Bitten Sie einen Administrator um einen neuen.',
  no_demo: 'Eine Demo gibt es hier nicht mehr.',
  already_set_up: 'Hier ist schon alles eingerichtet. Bitte melden Sie sich an.',
  address_taken: 'Mit dieser Adresse meldet sich schon jemand an.',
  not_confirmed: 'Das ist nicht der Name der Organisation. Nichts wurde geändert.',
  demo_stays_in_test_mode: 'Die Demofirma bleibt im Testbetrieb: Ihre Kunden sind erfunden.',
  already_a_member: 'Jemand mit dieser Adresse gehört schon dazu.',
  no_such_team: 'Dieses Team gibt es nicht mehr.',
  team_name_taken: 'Ein anderes Team heißt schon so.',
  last_administrator:
    'Eine Organisation braucht einen Administrator. Machen Sie zuerst jemand anderen dazu.',
  works_elsewhere_too:
    'Diese Person gehört auch zu einer anderen Organisation und wählt ihr Passwort selbst.',
  no_such_view: 'Diese Ansicht gibt es nicht mehr.',
  not_your_view: 'Diese Ansicht kann nur ändern, wer sie gespeichert hat.',
  too_many_views: 'Für diese Seite gibt es zu viele Ansichten. Entfernen Sie zuerst eine.',
  bad_idempotency_key:
    'Diese Anfrage lässt sich nicht sicher wiederholen und wurde nicht ausgeführt.',
  idempotency_key_reused: 'Diese Anfrage gab es schon mit anderem Inhalt.',
  still_being_done: 'Das geschieht gerade noch. Bitte warten Sie einen Augenblick.',
  interrupted:
    'Das wurde unterbrochen. Sehen Sie nach, ob es geschehen ist, bevor Sie es wiederholen.',
  no_such_template: 'Diese Vorlage gibt es nicht.',
  template_exists: 'Eine Vorlage dieses Namens gibt es schon.',
  edited_meanwhile:
    'Jemand hat diesen Text inzwischen gespeichert. Kopieren Sie Ihren, laden Sie die Seite neu und fügen Sie ihn ein.',
  tone_is_shipped: 'Der Ton einer Vorlage, die mit Goodterms kam, bleibt.',
  final_without_next_step: 'Eine letzte Mahnung muss nennen, was folgt.',
  no_such_preview:
    'Diese Vorschau ist nicht mehr da. Ändern Sie einen Buchstaben, um sie wieder zu sehen.',
  no_mail_settings: 'Es ist noch kein Mailserver eingerichtet. Siehe Einstellungen, E-Mail.',
  password_without_encryption:
    'Ohne Verschlüsselung ließe sich das Passwort unterwegs lesen. Wählen Sie TLS oder STARTTLS.',
  header_in_address: 'Eine Adresse steht in einer Zeile.',
  not_a_demo: 'Nur die Demofirma hat dieses Postfach.',
  no_such_mail: 'Diese Nachricht gibt es nicht.',
  text_is_faulty: 'Mit diesem Text stimmt etwas nicht. Nichts wurde gespeichert.',
  playbook_archived: 'Dieser Mahnplan ist abgelegt.',
  no_draft: 'Es gibt keinen Entwurf, der einzuschalten wäre.',
  draft_changed:
    'Jemand hat den Entwurf inzwischen geändert. Laden Sie die Seite neu, bevor Sie ihn einschalten.',
  playbook_has_errors: 'Der Entwurf hat Fehler. Beheben Sie sie, bevor Sie ihn einschalten.',
  rehearsal_in_the_past: 'Eine Probe blickt voraus. Wählen Sie heute oder einen späteren Tag.',
  no_such_run: 'Diesen Lauf gibt es nicht.',
  no_such_entry: 'Diesen Kunden gibt es in diesem Lauf nicht.',
  no_statement: 'Zu dieser Nachricht gibt es keinen Kontoauszug.',
  run_still_planning: 'Der Lauf wird noch geplant.',
  run_already_approved: 'Dieser Lauf wurde schon gesendet.',
  run_is_of_another_day: 'Dieser Lauf ist von einem anderen Tag. Planen Sie den von heute.',
  run_is_over: 'Dieser Lauf ist vorbei.',
  run_not_sending: 'Dieser Lauf geht gerade nicht hinaus.',
  count_changed:
    'Die Zahl der Nachrichten hat sich inzwischen geändert. Sehen Sie noch einmal hin, bevor Sie senden.',
  undo_too_late: 'Zum Anhalten ist es zu spät: Nachrichten sind hinaus.',
  entry_already_done: 'Das ist schon geschehen.',
  entry_needs_no_approval: 'Diese Nachricht braucht keine Freigabe.',
  needs_another_approver: 'Freigeben muss jemand anderes als die Person, die den Lauf geplant hat.',
  no_such_message: 'Diese Nachricht gibt es nicht.',
  message_not_unknown: 'Was aus dieser Nachricht wurde, ist bekannt.',
  message_already_left: 'Diese Nachricht ist schon hinaus.',
  gate_says_no: 'Inzwischen ist etwas geschehen: Diese Nachricht darf jetzt nicht hinaus.',
}
