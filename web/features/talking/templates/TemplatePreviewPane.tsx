import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

import { searchEverything } from '#contract/ledger/customers'

import { asking } from '../../../api/query.ts'
import { sentenceOf } from '../../../api/sentence.ts'
import { useT } from '../../../language/texts.ts'
import { type Choice, Combobox } from '../../../ui/fields/Combobox.tsx'
import { SkeletonRows } from '../../../ui/Skeleton.tsx'
import { addressOfPreview, previewOf, type TemplateFinding, type TextDraft } from './templates.ts'

type TemplatePreviewPaneProps = {
  readonly text: TextDraft
  readonly language: string
  readonly onFound: (findings: readonly TemplateFinding[]) => void
}

const NONE: readonly TemplateFinding[] = []

/** The message as it arrives: on an invented account, or on a customer of today. */
export function TemplatePreviewPane({ text, language, onFound }: TemplatePreviewPaneProps) {
  const t = useT()
  const [customer, setCustomer] = useState<Choice | null>(null)
  const isEmpty = text.subject.trim() === '' && text.body.trim() === ''
  const { data, error } = useQuery({
    ...previewOf(text, language, customer?.value ?? null),
    enabled: !isEmpty,
  })
  const findings = data?.findings ?? NONE
  useEffect(() => onFound(isEmpty ? NONE : findings), [findings, isEmpty, onFound])
  return (
    <section aria-label={t('templates.preview')} className="flex min-w-0 flex-col gap-3">
      <CustomerChoice customer={customer} onChange={setCustomer} />
      <div className="flex min-h-120 flex-1 flex-col overflow-hidden rounded-8 bg-surface shadow-raised">
        <div className="border-b border-line px-4 py-3">
          <div className="text-12 text-faint">{t('templates.subject')}</div>
          <div className="text-14 font-medium break-words">{data?.subject || '–'}</div>
        </div>
        {error && <p className="p-4 text-13 text-soft">{sentenceOf(error)}</p>}
        {isEmpty && <p className="p-4 text-13 text-soft">{t('templates.nothingYet')}</p>}
        {!data && !error && !isEmpty && <SkeletonRows count={8} />}
        {data && !isEmpty && data.htmlId === null && (
          <p className="p-4 text-13 text-soft">{t('templates.heldBack')}</p>
        )}
        {data?.htmlId && !isEmpty && (
          <iframe
            title={t('templates.preview')}
            src={addressOfPreview(data.htmlId)}
            sandbox=""
            className="min-h-120 w-full flex-1 bg-white"
          />
        )}
      </div>
    </section>
  )
}

type CustomerChoiceProps = {
  readonly customer: Choice | null
  readonly onChange: (customer: Choice | null) => void
}

function CustomerChoice({ customer, onChange }: CustomerChoiceProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const { data, isFetching } = useQuery({
    ...asking(searchEverything, { query: { text: typed, limit: 8 } }),
    enabled: typed.trim() !== '',
  })
  const choices = (data?.customers ?? []).map(({ id, name, number }) => ({
    value: id,
    name,
    detail: number,
  }))
  return (
    <Combobox
      label={t('templates.previewOn')}
      hint={customer === null ? t('templates.previewExample') : t('templates.previewCustomer')}
      choice={customer}
      choices={choices}
      isSearching={isFetching}
      onType={setTyped}
      onChange={onChange}
    />
  )
}
