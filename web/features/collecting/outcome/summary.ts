import type { Day } from '#kernel/day.ts'

import type { T } from '../../../language/texts.ts'
import { weekDay } from '../../../ui/format/day.ts'
import { moneyText } from '../../../ui/format/money.ts'
import type { Reader } from '../../../ui/reader.ts'
import { sumOf } from '../plans/offer.ts'
import { concludes, type Draft } from './draft.ts'
import type { Form } from './form.ts'

type Told = { readonly t: T; readonly form: Form; readonly draft: Draft; readonly reader: Reader }

export type Summary = {
  /** What they said, in one sentence. */
  readonly sentence: string
  /** What happens then. */
  readonly effects: readonly string[]
}

/** Repeats what was said and what will happen, so that nothing surprises anybody. */
export function summaryOf(told: Told): Summary {
  const { t, form, draft } = told
  const { ball } = form
  const keeps = draft.keepsBall || !concludes(draft.kind)
  const turn =
    ball?.isMine === true && t(keeps ? 'outcome.effects.keepsBall' : 'outcome.effects.ballBack')
  return {
    sentence: sentenceOf(told),
    effects: [...effectsOf(told), turn].filter((effect) => effect !== false),
  }
}

function sentenceOf(told: Told): string {
  const { t, form, draft, reader } = told
  const { name } = form.customer
  const day = (of: Day | null) => (of === null ? '…' : weekDay(of, reader.locale))
  const money = (minor: number | null) =>
    minor === null ? '…' : moneyText({ minor, currency: draft.currency }, reader.locale)
  switch (draft.kind) {
    case null:
      return ''
    case 'promised':
      return t('outcome.sum.promised', { name, amount: money(draft.minor), day: day(draft.day) })
    case 'wants_plan':
    case 'short_of_cash': {
      if (!draft.plan) return t('outcome.sum.short_of_cash', { name })
      const { items, instalments, currency } = draft.plan
      const amount = moneyText({ minor: sumOf(items), currency }, reader.locale)
      const last = day(instalments.at(-1)?.dueOn ?? null)
      return t('outcome.sum.plan', { name, amount, count: instalments.length, day: last })
    }
    case 'dispute': {
      const reason = draft.reason === null ? '…' : t(`desk.dispute.reasons.${draft.reason}`)
      const amount = draft.disputedMinor === null ? t('outcome.all') : money(draft.disputedMinor)
      return t('outcome.sum.dispute', {
        name,
        amount,
        number: numbersOf(told, [draft.receivableId]),
        reason,
      })
    }
    case 'needs_documents':
      return t('outcome.sum.needs_documents', {
        name,
        numbers: numbersOf(told, draft.receivableIds),
      })
    case 'already_paid':
    case 'wrong_person':
    case 'refuses':
    case 'not_reached':
    case 'other':
      return t(`outcome.sum.${draft.kind}`, { name })
  }
}

function numbersOf({ form }: Told, ids: readonly (string | null)[]): string {
  const numbers = form.items
    .filter(({ receivableId }) => ids.includes(receivableId))
    .map(({ number }) => number)
  return [...new Set(numbers)].join(', ')
}

function effectsOf(told: Told): (string | false)[] {
  const { t, form, draft, reader } = told
  const standing = form.standings.find(({ currency }) => currency === draft.currency)
  const latest = standing?.latestDay ?? null
  switch (draft.kind) {
    case 'promised':
      return latest !== null && draft.day !== null && draft.day > latest
        ? [t('outcome.effects.asksFirst')]
        : [t('outcome.effects.promised')]
    case 'wants_plan':
      return [t('outcome.effects.plan')]
    case 'dispute':
      return [t('outcome.effects.dispute')]
    case 'already_paid':
      return [
        t('outcome.effects.search'),
        isReported(draft) && t('outcome.effects.reported'),
        draft.asksForDetails && t('outcome.effects.details'),
      ]
    case 'needs_documents':
      return documentEffects(told)
    case 'wrong_person':
      return personEffects(told)
    case 'short_of_cash':
      return [t('outcome.effects.terms'), draft.plan !== null && t('outcome.effects.plan')]
    case 'refuses':
      return [t(draft.to === 'legal' ? 'outcome.effects.legal' : 'outcome.effects.finance')]
    case 'not_reached': {
      const on = draft.retryOn ?? form.retryOn
      return [t('outcome.effects.retry', { day: weekDay(on, reader.locale) })]
    }
    case 'other':
    case null:
      return []
  }
}

function isReported({ paidBy }: Draft): boolean {
  return paidBy === 'cash' || paidBy === 'cheque'
}

function documentEffects(told: Told): (string | false)[] {
  const { t, form, draft } = told
  const spokenTo = form.contacts.find(({ id, isMailable }) => isMailable && id === draft.contactId)
  const to = spokenTo ?? form.contacts.find(({ isMailable }) => isMailable)
  const without = form.items
    .filter(
      ({ receivableId, documents }) =>
        documents === 0 && draft.receivableIds.includes(receivableId),
    )
    .map(({ receivableId }) => receivableId)
  return [
    form.isMailReady && to
      ? t('outcome.effects.mail', { name: to.name })
      : t('outcome.effects.byHand'),
    without.length > 0 && t('outcome.effects.without', { numbers: numbersOf(told, without) }),
  ]
}

function personEffects({ t, form, draft }: Told): (string | false)[] {
  const wrong = form.contacts.find(({ id }) => id === draft.contactId)
  return [
    wrong !== undefined && t('outcome.effects.notWritten', { name: wrong.name }),
    draft.right
      ? t('outcome.effects.right', { name: draft.right.name })
      : t('outcome.effects.look'),
  ]
}
