import type { RestTexts } from '../translated.ts'

export const mandates: RestTexts['mandates'] = {
  left: {
    title: 'Was Sie anbieten dürfen',
    offer:
      'Sie dürfen Zahlung bis {day} zusagen, in höchstens {most} Raten, die erste mindestens {first}.',
    offerOnce: 'Sie dürfen Zahlung bis {day} zusagen, in einem Betrag.',
    spent: 'Die Zeit, die Sie für diese Forderung geben dürfen, ist aufgebraucht.',
    discount: 'Einen Nachlass von höchstens {percent}.',
    waives: 'Gebühren dürfen erlassen werden.',
    beyond: 'Darüber hinaus entscheidet {name}.',
    beyondRole: {
      sales_manager: 'Darüber hinaus entscheidet die Vertriebsleitung.',
      credit_manager: 'Darüber hinaus entscheidet das Kreditmanagement.',
    },
    free: 'Hier entscheiden Sie selbst: keine Grenze bindet Sie.',
    counted: 'Gezählt ab {day}, dem ersten Aufschub.',
    granted: 'Erteilt von {name}, bis {day}.',
    policy: 'Nach Richtlinie für Kunden und Beträge wie diese.',
    usual: 'Die üblichen Grenzen des Hauses.',
  },
  roles: { sales_manager: 'die Vertriebsleitung', credit_manager: 'das Kreditmanagement' },
  ask: {
    beyond: 'Das ist mehr, als Sie zusagen dürfen: {what}.',
    note: 'Warum es sich lohnt',
    do: '{who} fragen',
    asked: 'Angefragt. Sie erfahren es, sobald entschieden ist.',
  },
  promise: {
    came: '{amount} eingegangen',
    level_one: '{count} zuvor nicht gehalten',
    level_other: '{count} zuvor nicht gehalten',
    tolerance_zero: 'Gilt als gehalten, wenn am Ende des Tages höchstens {percent} fehlen.',
    tolerance_one:
      'Gilt als gehalten, wenn {count} Tag nach dem Termin höchstens {percent} fehlen.',
    tolerance_other:
      'Gilt als gehalten, wenn {count} Tage nach dem Termin höchstens {percent} fehlen.',
    open: 'Schon zugesagt: {amount}, {day}.',
    missed_one: 'Eine Zusage über dieses Geld wurde nicht gehalten.',
    missed_other: '{count} Zusagen über dieses Geld wurden nicht gehalten.',
  },
  beyond: {
    extension: '{asked} Tage Aufschub; {allowed} sind erlaubt',
    instalments: '{asked} Raten; {allowed} sind erlaubt',
    first_payment: 'Erste Zahlung {asked}; mindestens {allowed} sind nötig',
    discount: 'Nachlass von {asked}; {allowed} sind erlaubt',
    waiver: 'Gebühren erlassen',
  },
}
