import type { ShippedTexts } from './types.ts'

const PAYMENT = '{% if payment_details %}{{ payment_details }}{% endif %}'

export const en: ShippedTexts = {
  before_due_friendly: {
    name: 'Before the due date, friendly',
    subject: 'Due on {{ due_on }}: {{ documents }}',
    body: `{{ greeting }}

A short note ahead of time: {% if count == 1 %}the invoice below falls due on {{ due_on }}{% else %}the invoices below fall due from {{ due_on }} on{% endif %}. The amount is {{ payable }}.

{{ items_table }}

If payment is already arranged, there is nothing for you to do. If anything is missing, an order number or a delivery note for instance, please tell me now, so that we can put it right before the due date.

${PAYMENT}

Thank you and kind regards

{{ signature }}`,
  },
  reminder_friendly: {
    name: 'First reminder, friendly',
    subject: 'Could you have a look? {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

{% if count == 1 %}The invoice below has passed its due date and we have not found a payment for it yet.{% else %}The invoices below have passed their due dates and we have not found payments for them yet.{% endif %} Perhaps it has simply been overlooked.

{{ items_table }}

Could you let me know when we may expect {{ payable }}? If the payment is on its way, thank you, and please disregard this note. If something about {% if count == 1 %}the invoice{% else %}the invoices{% endif %} is not right, a short reply is enough and I will look into it.

The attached statement shows the whole account.

${PAYMENT}

Kind regards

{{ signature }}`,
  },
  reminder_firm: {
    name: 'Second reminder, firm',
    subject: 'Overdue: {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

Despite our earlier reminder {% if count == 1 %}the invoice below is still unpaid; it is now {{ days_late }} days past its due date.{% else %}the invoices below are still unpaid; the oldest is now {{ days_late }} days past its due date.{% endif %}

{{ items_table }}

Please transfer {{ payable }} within the next seven days, or tell us by then on which day you will pay. If you dispute any part of it, let us know which part and why; the rest remains payable.

The attached statement shows the whole account.

${PAYMENT}

Yours sincerely

{{ signature }}`,
  },
  reminder_final: {
    name: 'Final notice',
    subject: 'Final notice: {{ payable }} by {{ next_step_on }}',
    body: `{{ greeting }}

We have written to you several times about {% if count == 1 %}the invoice below{% else %}the invoices below{% endif %} and have received neither payment nor an answer that would explain the delay.

{{ items_table }}

Please make sure that {{ payable }} reaches our account by {{ next_step_on }}. Otherwise {{ next_step }}.

We would much rather settle this with you directly. If there is a reason for the delay, call or write to me before that day and we will look for a solution together.

${PAYMENT}

Yours sincerely

{{ signature }}`,
  },
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
  seller_friendly: {
    name: 'A note from the seller',
    subject: 'A quick question about {{ documents }}',
    body: `{{ greeting }}

{% if personal_note %}{{ personal_note }}

{% endif %}My colleagues in accounts tell me that {% if count == 1 %}one invoice is{% else %}{{ count }} invoices are{% endif %} still open, {{ payable }} in all. Before anybody sends you formal reminders I wanted to ask you myself: has everything arrived, and was everything as you expected?

{{ items_table }}

If something is not right, tell me and I will see to it. If it is only waiting for its turn, a word on when it will be paid helps me a lot.

Many thanks and best wishes

{{ signature }}`,
  },
  consumer_friendly: {
    name: 'First reminder to a private customer',
    subject: 'A reminder: {{ documents }}',
    body: `{{ greeting }}

{% if count == 1 %}One of our invoices to you has{% else %}Some of our invoices to you have{% endif %} not been paid yet. That happens easily, so here is a reminder.

{{ items_table }}

Please transfer {{ payable }} in the next few days. If you have paid already, thank you: you need not do anything. If you cannot pay the whole amount at once, please answer this message and we will find a way together.

${PAYMENT}

Kind regards

{{ signature }}`,
  },
  consumer_firm: {
    name: 'Second reminder to a private customer',
    subject: 'Second reminder: {{ documents }}, {{ payable }}',
    body: `{{ greeting }}

We have already reminded you of {% if count == 1 %}the invoice below. It has{% else %}the invoices below. They have{% endif %} still not been paid.

{{ items_table }}

Please transfer {{ payable }} within 14 days. If you believe that the amount is wrong, or if paying it is difficult for you at the moment, please let us know within that time. Payment in instalments is possible.

${PAYMENT}

Yours sincerely

{{ signature }}`,
  },
  consumer_final: {
    name: 'Final notice to a private customer',
    subject: 'Final notice: {{ payable }} by {{ next_step_on }}',
    body: `{{ greeting }}

We have reminded you of {% if count == 1 %}the invoice below{% else %}the invoices below{% endif %} more than once without hearing from you.

{{ items_table }}

Please pay {{ payable }} by {{ next_step_on }}. If we have neither received the payment nor heard from you by then, {{ next_step }}.

If you cannot pay the whole amount, please contact me before that day. We can still agree on instalments.

${PAYMENT}

Yours sincerely

{{ signature }}`,
  },
  letter_reminder: {
    name: 'Reminder as a letter',
    subject: 'Payment reminder: {{ documents }}',
    body: `{{ greeting }}

According to our books {% if count == 1 %}the following invoice is{% else %}the following invoices are{% endif %} overdue. Our messages about {% if count == 1 %}it{% else %}them{% endif %} have remained without an answer.

{{ items_table }}

We ask you to transfer {{ payable }} within ten days of the date of this letter, or to let us know in writing what you object to.

${PAYMENT}

Yours sincerely

{{ signature }}`,
  },
  letter_final: {
    name: 'Final notice as a letter',
    subject: 'Final notice before further steps: {{ documents }}',
    body: `{{ greeting }}

In spite of several reminders {% if count == 1 %}the following invoice has{% else %}the following invoices have{% endif %} not been paid.

{{ items_table }}

We give you a last opportunity to transfer {{ payable }} so that it reaches us by {{ next_step_on }}. If it does not, {{ next_step }}.

${PAYMENT}

Yours sincerely

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
}
