/** Every "no" of this room; the web has a sentence for each. */
export const REFUSAL_CODES = [
  'no_such_template',
  'template_exists',
  'edited_meanwhile',
  'tone_is_shipped',
  'final_without_next_step',
  'no_such_preview',
  'no_such_customer',
  'no_mail_settings',
  'password_without_encryption',
  'header_in_address',
  'not_a_demo',
  'no_such_mail',
  'text_is_faulty',
] as const

export const EVENT_NAMES = [
  'template.created',
  'template.changed',
  'template.text_saved',
  'mail_settings.saved',
  'mail_settings.removed',
] as const
