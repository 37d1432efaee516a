import { PAYMENT } from '../parts.ts'
import type { AnswerTexts } from '../types.ts'

export const fr: AnswerTexts = {
  promise_broken: {
    name: 'Règlement annoncé non reçu',
    subject: 'Le règlement que vous avez annoncé : {{ documents }}',
    body: `{{ greeting }}

Vous aviez eu l’amabilité de nous indiquer la date de votre règlement. Cette date est passée et nous ne l’avons pas trouvé sur notre compte.

{{ items_table }}

Si vous avez déjà payé, merci de nous communiquer la date, le montant et la référence afin que nous puissions le rechercher. Sinon, merci de régler {{ payable }} dès à présent ou de me dire aujourd’hui ce qui s’y oppose.

${PAYMENT}

Cordialement,

{{ signature }}`,
  },
  invoice_note: {
    name: 'Nouvelle facture',
    subject:
      '{% if count == 1 %}Nouvelle facture{% else %}Nouvelles factures{% endif %} : {{ documents }}',
    body: `{{ greeting }}

{% if count == 1 %}Nous vous avons adressé une nouvelle facture.{% else %}Nous vous avons adressé {{ count }} nouvelles factures.{% endif %} Au cas où {% if count == 1 %}elle ne vous serait pas encore parvenue{% else %}l’une d’elles ne vous serait pas encore parvenue{% endif %}, en voici le détail :

{{ items_table }}

Vous n’avez rien à faire avant l’échéance. S’il manque quelque chose, un numéro de commande ou une copie par exemple, ou si quelque chose n’est pas conforme à votre attente, dites-le-moi dès maintenant et je m’en occuperai.

${PAYMENT}

Merci et bien cordialement

{{ signature }}`,
  },
  instalment_missed: {
    name: 'Échéance du plan non reçue',
    subject: 'L’échéance de {{ instalment.amount }} du {{ instalment.due_on }}',
    body: `{{ greeting }}

Nous avions convenu d’un plan de paiement. Son échéance {{ instalment.number }} sur {{ instalment.count }}, {{ instalment.amount }}, était prévue le {{ instalment.due_on }}, et nous ne l’avons pas trouvée en entier sur notre compte.

Le plan couvre :

{{ items_table }}

Si vous avez déjà payé, merci de nous communiquer la date, le montant et la référence afin que nous puissions le rechercher. Si un imprévu est survenu, dites-le-moi aujourd’hui : il est plus facile de trouver une solution ensemble maintenant que plus tard. Sinon, merci de régler {{ instalment.amount }} dès à présent. Sans le plan, {{ payable }} sont dus.

${PAYMENT}

Cordialement,

{{ signature }}`,
  },
  thank_you: {
    name: 'Merci pour votre règlement',
    subject: 'Merci pour votre règlement de {{ payment.amount }}',
    body: `{{ greeting }}

Votre règlement de {{ payment.amount }} nous est parvenu le {{ payment.received_on }}. Nous vous en remercions.

{% if overdue %}Le relevé joint indique ce qui reste ouvert sur votre compte.{% else %}Votre compte ne présente aucun retard.{% endif %}

Cordialement,

{{ signature }}`,
  },
  statement_only: {
    name: 'Relevé de compte',
    subject: 'Relevé de compte au {{ as_of }}',
    body: `{{ greeting }}

Vous trouverez ci-dessous, ainsi qu’en pièce jointe au format PDF, le relevé de votre compte au {{ as_of }}.

{{ account_table }}

Merci de le rapprocher de vos écritures et de me signaler tout écart.

Cordialement,

{{ signature }}`,
  },
  documents_asked: {
    name: 'Documents demandés',
    subject: 'Les documents concernant {{ documents }}',
    body: `{{ greeting }}

Comme vous l’avez demandé, voici les documents concernant {% if count == 1 %}la facture ci-dessous{% else %}les factures ci-dessous{% endif %}. Vous les trouverez en pièces jointes, avec un relevé de votre compte.

{{ items_table }}

S’il manque quelque chose, ou si vous en avez besoin sous une autre forme, une courte réponse suffit.

Cordialement

{{ signature }}`,
  },
  remittance_request: {
    name: 'Demande de précisions sur un paiement',
    subject: 'Votre paiement pour {{ documents }} : pourriez-vous nous en donner les détails ?',
    body: `{{ greeting }}

Merci de nous avoir indiqué que {% if count == 1 %}la facture ci-dessous a été réglée{% else %}les factures ci-dessous ont été réglées{% endif %}. Nous n’avons pas encore retrouvé le paiement sur notre compte et souhaitons l’identifier rapidement.

{{ items_table }}

Pourriez-vous nous envoyer la date, le montant, le compte destinataire et la référence, ou simplement l’avis de paiement ? Tant que nous ne l’avons pas retrouvé, nous n’envoyons aucune relance.

Cordialement

{{ signature }}`,
  },
  instalment_reminder: {
    name: 'Avant une échéance d’un plan',
    subject:
      'Échéance {{ instalment.number }} sur {{ instalment.count }} : {{ instalment.amount }} le {{ instalment.due_on }}',
    body: `{{ greeting }}

Comme convenu, la prochaine échéance de votre plan de paiement arrive bientôt :

{{ instalment.amount }} le {{ instalment.due_on }} (échéance {{ instalment.number }} sur {{ instalment.count }})

Le plan couvre :

{{ items_table }}

Si le paiement est déjà prévu, vous n’avez rien à faire. Si la date ne vous convient pas, dites-le-moi avant, afin que nous trouvions ensemble une solution.

${PAYMENT}

Merci et bien cordialement

{{ signature }}`,
  },
  dispute_settled: {
    name: 'Réponse à un litige',
    subject: 'Votre question : {{ documents }}',
    body: `{{ greeting }}

{{ personal_note }}

{{ items_table }}

${PAYMENT}

Cordialement

{{ signature }}`,
  },
  plan_accelerated: {
    name: 'Le solde d’un plan est exigible',
    subject: 'Votre plan de paiement : {{ acceleration.amount }} à régler maintenant',
    body: `{{ greeting }}

Le {{ acceleration.agreed_on }}, nous avons convenu d’un plan de paiement. Selon notre accord, si une échéance n’est pas réglée, la totalité du solde peut être rendue exigible. Nous n’avons pas retrouvé sur notre compte, ou pas en totalité :

{% for one in acceleration.missed %}Échéance {{ one.number }} sur {{ one.count }}, au {{ one.due_on }} : il manque {{ one.amount }}
{% endfor %}

Nous faisons maintenant usage de cette clause. Les échéances prennent fin et la totalité du solde, soit {{ acceleration.amount }}, est à régler en une fois, à compter du {{ acceleration.due_on }} :

{% for one in acceleration.items %}{{ one.number }} : {{ one.amount }}
{% endfor %}

Merci de virer {{ acceleration.amount }} maintenant. Si vous avez déjà payé, envoyez-nous la date, le montant et la référence, et nous ferons la recherche. Si vous ne pouvez pas régler cette somme en une fois, appelez-moi ou écrivez-moi aujourd’hui.

${PAYMENT}

Cordialement

{{ signature }}`,
  },
}
