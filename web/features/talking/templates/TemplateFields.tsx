import { useQuery } from '@tanstack/react-query'
import { Braces } from 'lucide-react'
import type { RefObject } from 'react'

import { currentLanguage, useT } from '../../../language/texts.ts'
import { Button } from '../../../ui/Button.tsx'
import { TextArea } from '../../../ui/fields/TextArea.tsx'
import { TextField } from '../../../ui/fields/TextField.tsx'
import { Menu, MenuItem, MenuLabel } from '../../../ui/Menu.tsx'
import { type TextDraft, variables } from './templates.ts'

type TemplateFieldsProps = {
  readonly draft: TextDraft
  readonly isReadOnly: boolean
  readonly subjectRef: RefObject<HTMLInputElement | null>
  readonly bodyRef: RefObject<HTMLTextAreaElement | null>
  readonly onChange: (part: Partial<TextDraft>) => void
  readonly onFocus: (part: 'subject' | 'body') => void
  readonly onInsert: (name: string) => void
}

export function TemplateFields(props: TemplateFieldsProps) {
  const t = useT()
  const { draft, isReadOnly, onChange, onFocus, onInsert, bodyRef, subjectRef } = props
  return (
    <>
      <TextField
        label={t('templates.subject')}
        ref={subjectRef}
        readOnly={isReadOnly}
        value={draft.subject}
        onChange={(subject) => onChange({ subject })}
        onFocus={() => onFocus('subject')}
      />
      <div className="relative">
        <TextArea
          label={t('templates.body')}
          hint={t('templates.bodyHint')}
          ref={bodyRef}
          readOnly={isReadOnly}
          rows={16}
          className="max-h-none min-h-88 font-mono text-13"
          value={draft.body}
          onChange={(body) => onChange({ body })}
          onFocus={() => onFocus('body')}
        />
        {!isReadOnly && (
          <div className="absolute -top-2 right-0">
            <VariableMenu onInsert={onInsert} />
          </div>
        )}
      </div>
    </>
  )
}

/** Everything that a text may name, each with what it becomes. */
function VariableMenu({ onInsert }: Pick<TemplateFieldsProps, 'onInsert'>) {
  const t = useT()
  const { data } = useQuery(variables(currentLanguage()))
  return (
    <Menu
      align="end"
      trigger={
        <Button variant="quiet" icon={<Braces size={14} aria-hidden />}>
          {t('templates.insert')}
        </Button>
      }
    >
      <MenuLabel>{t('templates.variables')}</MenuLabel>
      {data?.variables.map(({ name, example }) => (
        <MenuItem key={name} onSelect={() => onInsert(name)}>
          <span className="flex max-w-88 items-baseline justify-between gap-4">
            <code className="font-mono text-12">{name}</code>
            <span className="truncate text-12 text-faint">{example.split('\n')[0]}</span>
          </span>
        </MenuItem>
      ))}
      {data && <MenuLabel>{t('templates.filters')}</MenuLabel>}
      {data?.filters.map(({ name, use, example }) => (
        <MenuItem key={name} onSelect={() => onInsert(use.replaceAll(/^\{\{\s*|\s*\}\}$/g, ''))}>
          <span className="flex max-w-88 items-baseline justify-between gap-4">
            <code className="font-mono text-12">{use}</code>
            <span className="truncate text-12 text-faint">{example}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  )
}
