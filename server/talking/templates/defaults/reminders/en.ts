import { PAYMENT } from '../parts.ts'
import type { ReminderTexts } from '../types.ts'

export const en: ReminderTexts = {
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
}
