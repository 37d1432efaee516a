import { useMemo, useState } from 'react'

import type { Beginning, Draft } from './records.ts'

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

/** A record's form, begun with what is known of the customer. */
export function useDraftRecord(beginning: Beginning, kind: Draft['kind']) {
  const [form, setForm] = useState<Form>(() => firstForm(beginning, kind))
  const change = (part: Partial<Form>) => setForm((before) => ({ ...before, ...part }))
  const draft = useMemo(() => draftOf(form, beginning), [form, beginning])
  return { form, change, draft }
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
