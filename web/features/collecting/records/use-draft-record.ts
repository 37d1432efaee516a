import { useMemo, useState } from 'react'

import type { Beginning, Draft, RecordRead } from './records.ts'

export type Form = {
  readonly kind: Draft['kind']
  readonly language: Draft['language']
  readonly jurisdiction: Draft['jurisdiction']
  readonly name: string
  readonly role: string
  readonly address: string
  readonly hasTalk: boolean
  readonly talk: NonNullable<Draft['talk']>
  readonly items: ReadonlySet<string>
  /** 'promise …', 'plan …' or ''. */
  readonly commitment: string
}

type Begun = {
  readonly beginning: Beginning
  readonly kind: Draft['kind']
  /** The record whose place this one takes. */
  readonly replaces: RecordRead | null
}

/** A record's form, begun with what is known of the customer, or as the one that it replaces was. */
export function useDraftRecord({ beginning, kind, replaces }: Begun) {
  const [form, setForm] = useState<Form>(() => {
    const first = firstForm(beginning, kind)
    return replaces ? formAsBefore(first, beginning, replaces) : first
  })
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const supersedesId = replaces?.id ?? null
  const draft = useMemo(
    () => ({ ...draftOf(form, beginning), supersedesId }),
    [form, beginning, supersedesId],
  )
  return { form, change, draft }
}

/** As an earlier record was written, as far as it is still so: what is paid or over is left out. */
function formAsBefore(
  first: Form,
  { items, promises, plans }: Beginning,
  before: RecordRead,
): Form {
  const { draft, kind, jurisdiction, signer, document } = before
  const head = { kind, jurisdiction, language: document.language, ...signer }
  if (!draft) return { ...first, ...head }
  const { talk, openItemIds } = draft
  const open = new Set(items.map(({ openItemId }) => openItemId))
  return {
    ...first,
    ...head,
    hasTalk: talk !== null && talk !== undefined,
    talk: talk ?? first.talk,
    items: new Set(openItemIds.filter((id) => open.has(id))),
    commitment: commitmentAsBefore(first, { promises, plans }, draft),
  }
}

/** The same promise or plan while it stands, else what was agreed on instead. */
function commitmentAsBefore(
  first: Form,
  { promises, plans }: Pick<Beginning, 'promises' | 'plans'>,
  { promiseId = null, planId = null }: Draft,
): string {
  if (plans.some(({ id }) => id === planId)) return `plan ${planId}`
  if (promises.some(({ id }) => id === promiseId)) return `promise ${promiseId}`
  return promiseId === null && planId === null ? '' : first.commitment
}

function firstForm(beginning: Beginning, kind: Draft['kind']): Form {
  const { signer, items, promises, plans, outcome, today, language, jurisdiction } = beginning
  const overdue = items.filter(({ isOverdue }) => isOverdue)
  const [promise] = promises
  const [plan] = plans
  return {
    kind,
    language,
    jurisdiction,
    ...signer,
    hasTalk: kind === 'conversation' || outcome !== null,
    talk: {
      on: outcome?.on ?? today,
      channel: outcome?.channel ?? 'visit',
      where: '',
      said: outcome?.said ?? '',
      agreed: '',
    },
    items: new Set((overdue.length > 0 ? overdue : items).map(({ openItemId }) => openItemId)),
    commitment: plan ? `plan ${plan.id}` : promise ? `promise ${promise.id}` : '',
  }
}

function draftOf(form: Form, { items, outcome }: Beginning): Draft {
  const [commitment, commitmentId = null] = form.commitment.split(' ')
  return {
    kind: form.kind,
    language: form.language,
    jurisdiction: form.jurisdiction,
    signer: { name: form.name.trim(), role: form.role.trim(), address: form.address.trim() },
    talk: form.hasTalk || form.kind === 'conversation' ? form.talk : null,
    openItemIds: items.map(({ openItemId }) => openItemId).filter((id) => form.items.has(id)),
    promiseId: commitment === 'promise' ? commitmentId : null,
    planId: commitment === 'plan' ? commitmentId : null,
    outcomeId: outcome?.id ?? null,
    supersedesId: null,
  }
}
