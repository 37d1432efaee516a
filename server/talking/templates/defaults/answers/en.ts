import { PAYMENT } from '../parts.ts'
import type { AnswerTexts } from '../types.ts'

export const en: AnswerTexts = {
  promise_broken: {
    name: 'Promised payment not received',
    subject: 'The payment you announced: {{ documents }}',
    body: `{{ greeting }}

You kindly told us when we could expect your payment. That day has passed, and we have not been able to find it in our account.

{{ items_table }}

If you have already paid, please send us the date, the amount and the reference, and we will trace it. If not, please transfer {{ payable }} now, or let me know today what stands in the way.

${PAYMENT}

Kind regards

{{ signature }}`,
  },
  invoice_note: {
    name: 'A new invoice',
    subject: '{% if count == 1 %}A new invoice{% else %}New invoices{% endif %}: {{ documents }}',
    body: `{{ greeting }}

{% if count == 1 %}We have issued a new invoice to you.{% else %}We have issued {{ count }} new invoices to you.{% endif %} In case {% if count == 1 %}it has{% else %}any of them have{% endif %} not arrived yet, here is what {% if count == 1 %}it says{% else %}they say{% endif %}:

{{ items_table }}

There is nothing to do before the due day. If something is missing, an order number or a copy for instance, or if anything is not as you expected, tell me now and I will see to it.

${PAYMENT}

Thank you and kind regards

{{ signature }}`,
  },
  instalment_missed: {
    name: 'Missed instalment of the plan',
    subject: 'The instalment of {{ instalment.amount }} due on {{ instalment.due_on }}',
    body: `{{ greeting }}

We agreed on a payment plan. Its instalment {{ instalment.number }} of {{ instalment.count }}, {{ instalment.amount }}, was due on {{ instalment.due_on }}, and we have not been able to find all of it in our account.

The plan covers:

{{ items_table }}

If you have already paid, please send us the date, the amount and the reference, and we will trace it. If something came in between, let me know today: it is easier to find a way together now than later. Otherwise please transfer {{ instalment.amount }} now. Without the plan, {{ payable }} is due.

${PAYMENT}

Kind regards

{{ signature }}`,
  },
  thank_you: {
    name: 'Thank you for your payment',
    subject: 'Thank you for your payment of {{ payment.amount }}',
    body: `{{ greeting }}

Your payment of {{ payment.amount }} reached us on {{ payment.received_on }}. Thank you, we appreciate it.

{% if overdue %}The attached statement shows what remains open on your account.{% else %}Nothing on your account is overdue.{% endif %}

Kind regards

{{ signature }}`,
  },
  statement_only: {
    name: 'Statement of account',
    subject: 'Statement of account as of {{ as_of }}',
    body: `{{ greeting }}

Please find below, and attached as a PDF, the statement of your account as of {{ as_of }}.

{{ account_table }}

Please compare it with your books and let me know if anything differs.

Kind regards

{{ signature }}`,
  },
  documents_asked: {
    name: 'Documents that were asked for',
    subject: 'The documents for {{ documents }}',
    body: `{{ greeting }}

As you asked, here are the documents for {% if count == 1 %}the invoice below{% else %}the invoices below{% endif %}. You will find them attached, together with a statement of your account.

{{ items_table }}

If something is missing, or if you need it in another form, a short reply is enough.

Kind regards

{{ signature }}`,
  },
  remittance_request: {
    name: 'Asking for the details of a payment',
    subject: 'Your payment for {{ documents }}: may we have the details?',
    body: `{{ greeting }}

Thank you for telling us that {% if count == 1 %}the invoice below has{% else %}the invoices below have{% endif %} been paid. We have not been able to find the payment in our account yet and would like to trace it quickly.

{{ items_table }}

Could you send us the date, the amount, the account that it was paid to and the reference, or simply the payment advice? Until we have found it we send no reminders.

Kind regards

{{ signature }}`,
  },
  instalment_reminder: {
    name: 'Before an instalment of a plan',
    subject:
      'Instalment {{ instalment.number }} of {{ instalment.count }}: {{ instalment.amount }} on {{ instalment.due_on }}',
    body: `{{ greeting }}

As we agreed, the next instalment of your payment plan falls due soon:

{{ instalment.amount }} on {{ instalment.due_on }} (instalment {{ instalment.number }} of {{ instalment.count }})

The plan covers:

{{ items_table }}

If the payment is already arranged, there is nothing for you to do. If the day does not suit you, please tell me before it, so that we can find a way together.

${PAYMENT}

Thank you and kind regards

{{ signature }}`,
  },
  dispute_settled: {
    name: 'Answer to a dispute',
    subject: 'Your question about {{ documents }}',
    body: `{{ greeting }}

{{ personal_note }}

{{ items_table }}

${PAYMENT}

Kind regards

{{ signature }}`,
  },
  plan_accelerated: {
    name: 'The rest of a plan is due',
    subject: 'Your payment plan: {{ acceleration.amount }} is due now',
    body: `{{ greeting }}

On {{ acceleration.agreed_on }} we agreed on a payment plan. What we agreed says that if an instalment is missed, the whole rest may be made due. We have not been able to find all of the following in our account:

{% for one in acceleration.missed %}Instalment {{ one.number }} of {{ one.count }}, due on {{ one.due_on }}: {{ one.amount }} missing
{% endfor %}

We now rely on this clause. The instalments end, and the whole remaining sum of {{ acceleration.amount }} is due at once, as of {{ acceleration.due_on }}:

{% for one in acceleration.items %}{{ one.number }}: {{ one.amount }}
{% endfor %}

Please transfer {{ acceleration.amount }} now. If you have already paid, please send us the date, the amount and the reference, and we will trace it. If you cannot pay it in one sum, please call or write to me today.

${PAYMENT}

Kind regards

{{ signature }}`,
  },
}
