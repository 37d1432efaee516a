import { PAYMENT } from '../parts.ts'
import type { ReminderTexts } from '../types.ts'

export const fr: ReminderTexts = {
  before_due_friendly: {
    name: 'Avant l’échéance, amical',
    subject: 'Échéance du {{ due_on }} : {{ documents }}',
    body: `{{ greeting }}

Un petit mot à l’avance : {% if count == 1 %}la facture ci-dessous arrive à échéance le {{ due_on }}{% else %}les factures ci-dessous arrivent à échéance à partir du {{ due_on }}{% endif %}, pour un montant de {{ payable }}.

{{ items_table }}

Si le règlement est déjà prévu, vous n’avez rien à faire. S’il vous manque quelque chose, un numéro de commande ou un bon de livraison par exemple, dites-le-moi dès maintenant afin que nous puissions y remédier avant l’échéance.

${PAYMENT}

Avec mes remerciements et mes salutations cordiales,

{{ signature }}`,
  },
  reminder_friendly: {
    name: 'Première relance, amicale',
    subject: 'Petit rappel : {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

{% if count == 1 %}Sauf erreur de notre part, la facture ci-dessous est arrivée à échéance et son règlement ne nous est pas encore parvenu.{% else %}Sauf erreur de notre part, les factures ci-dessous sont arrivées à échéance et leur règlement ne nous est pas encore parvenu.{% endif %} Il s’agit sans doute d’un simple oubli.

{{ items_table }}

Pourriez-vous m’indiquer quand nous pouvons compter sur {{ payable }} ? Si votre règlement s’est croisé avec ce message, je vous en remercie et vous prie de ne pas en tenir compte. Si quelque chose ne vous paraît pas exact, une courte réponse suffit : je m’en occupe.

Le relevé joint présente l’ensemble du compte.

${PAYMENT}

Cordialement,

{{ signature }}`,
  },
  reminder_firm: {
    name: 'Deuxième relance, ferme',
    subject: 'Relance : {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

Malgré notre précédent rappel, {% if count == 1 %}la facture ci-dessous demeure impayée ; son échéance est dépassée depuis {{ days_late }} jours.{% else %}les factures ci-dessous demeurent impayées ; l’échéance de la plus ancienne est dépassée depuis {{ days_late }} jours.{% endif %}

{{ items_table }}

Nous vous prions de régler {{ payable }} sous sept jours ou de nous indiquer dans ce délai la date à laquelle vous le ferez. Si vous en contestez une partie, merci de nous préciser laquelle et pour quel motif ; le reste demeure exigible.

Le relevé joint présente l’ensemble du compte.

${PAYMENT}

Veuillez agréer nos salutations distinguées.

{{ signature }}`,
  },
  reminder_final: {
    name: 'Dernière relance',
    subject: 'Dernière relance : {{ payable }} avant le {{ next_step_on }}',
    body: `{{ greeting }}

Nous vous avons écrit à plusieurs reprises au sujet {% if count == 1 %}de la facture ci-dessous{% else %}des factures ci-dessous{% endif %}, sans recevoir ni règlement ni explication de ce retard.

{{ items_table }}

Nous vous demandons de faire en sorte que {{ payable }} nous parviennent au plus tard le {{ next_step_on }}. À défaut, {{ next_step }}.

Nous préférerions de loin trouver une solution avec vous. Si ce retard a une raison, appelez-moi ou écrivez-moi avant cette date.

${PAYMENT}

Veuillez agréer nos salutations distinguées.

{{ signature }}`,
  },
  seller_friendly: {
    name: 'Un mot du commercial',
    subject: 'Une petite question sur {{ documents }}',
    body: `{{ greeting }}

{% if personal_note %}{{ personal_note }}

{% endif %}Mes collègues de la comptabilité m’indiquent {% if count == 1 %}qu’une facture reste ouverte{% else %}que {{ count }} factures restent ouvertes{% endif %}, soit {{ payable }}. Avant toute relance officielle, je préférais vous poser la question moi-même : avez-vous bien tout reçu, et tout était-il conforme à vos attentes ?

{{ items_table }}

Si quelque chose ne va pas, dites-le-moi et je m’en charge. Si le paiement attend simplement son tour, un mot sur la date prévue me rendrait service.

Un grand merci et bien cordialement,

{{ signature }}`,
  },
  consumer_friendly: {
    name: 'Première relance à un particulier',
    subject: 'Petit rappel : {{ documents }}',
    body: `{{ greeting }}

{% if count == 1 %}Une de nos factures n’a pas encore été réglée.{% else %}Plusieurs de nos factures n’ont pas encore été réglées.{% endif %} Un oubli est vite arrivé : voici un simple rappel.

{{ items_table }}

Merci de régler {{ payable }} dans les prochains jours. Si vous avez déjà payé, merci : vous n’avez rien à faire. Si vous ne pouvez pas tout régler en une fois, répondez à ce message et nous trouverons ensemble une solution.

${PAYMENT}

Cordialement,

{{ signature }}`,
  },
  consumer_firm: {
    name: 'Deuxième relance à un particulier',
    subject: 'Deuxième rappel : {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

Nous vous avons déjà adressé un rappel au sujet {% if count == 1 %}de la facture ci-dessous. Elle n’est{% else %}des factures ci-dessous. Elles ne sont{% endif %} toujours pas {% if count == 1 %}réglée{% else %}réglées{% endif %}.

{{ items_table }}

Nous vous prions de régler {{ payable }} dans un délai de 14 jours. Si le montant vous semble inexact, ou si le paiement vous est difficile en ce moment, faites-le-nous savoir dans ce délai. Un paiement en plusieurs fois est possible.

${PAYMENT}

Veuillez agréer nos salutations distinguées.

{{ signature }}`,
  },
  consumer_final: {
    name: 'Dernière relance à un particulier',
    subject: 'Dernier rappel : {{ payable }} avant le {{ next_step_on }}',
    body: `{{ greeting }}

Nous vous avons adressé plusieurs rappels au sujet {% if count == 1 %}de la facture ci-dessous{% else %}des factures ci-dessous{% endif %}, restés sans réponse.

{{ items_table }}

Merci de régler {{ payable }} au plus tard le {{ next_step_on }}. Sans règlement ni nouvelles de votre part à cette date, {{ next_step }}.

Si vous ne pouvez pas régler la totalité, contactez-moi avant cette date. Un paiement échelonné reste possible.

${PAYMENT}

Veuillez agréer nos salutations distinguées.

{{ signature }}`,
  },
  letter_reminder: {
    name: 'Relance par courrier',
    subject: 'Relance : {{ documents }}',
    body: `{{ greeting }}

D’après nos écritures, {% if count == 1 %}la facture suivante est échue{% else %}les factures suivantes sont échues{% endif %}. Nos messages à ce sujet sont restés sans réponse.

{{ items_table }}

Nous vous prions de régler {{ payable }} dans les dix jours suivant la date de la présente, ou de nous faire connaître par écrit vos éventuelles objections.

${PAYMENT}

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

{{ signature }}`,
  },
  letter_final: {
    name: 'Dernière relance par courrier',
    subject: 'Dernière relance avant suites : {{ documents }}',
    body: `{{ greeting }}

Malgré plusieurs relances, {% if count == 1 %}la facture suivante n’a pas été réglée{% else %}les factures suivantes n’ont pas été réglées{% endif %}.

{{ items_table }}

Nous vous laissons une dernière possibilité de régler {{ payable }}, les fonds devant nous parvenir au plus tard le {{ next_step_on }}. À défaut, {{ next_step }}.

${PAYMENT}

Veuillez agréer, Madame, Monsieur, nos salutations distinguées.

{{ signature }}`,
  },
}
