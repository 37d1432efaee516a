/** Where to pay, for texts that ask for money: as the company wrote it, or nothing. */
export const PAYMENT = '{% if payment_details %}{{ payment_details }}{% endif %}'
