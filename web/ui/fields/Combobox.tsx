import { type KeyboardEvent, useId, useState } from 'react'

import { useT } from '../../language/texts.ts'
import { Field, type FieldProps } from './Field.tsx'
import { controlLook } from './look.ts'
import { Option } from './Option.tsx'

export type Choice = {
  readonly value: string
  readonly name: string
  readonly detail?: string | undefined
}

type ComboboxProps = FieldProps & {
  readonly choice: Choice | null
  /** What fits the typed text, best first. */
  readonly choices: readonly Choice[]
  readonly onChange: (choice: Choice | null) => void
  readonly onType: (text: string) => void
  readonly isSearching?: boolean | undefined
}

/** One of many: type a part of the name, arrow keys choose (ARIA combobox with a list). */
export function Combobox(props: ComboboxProps) {
  const { choice, choices, onChange, onType, isSearching, ...field } = props
  const listId = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const isOpen = typed !== null
  const close = () => setTyped(null)
  const take = (taken: Choice | undefined) => {
    if (taken) onChange(taken)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) event.stopPropagation()
    if (event.key === 'Escape') close()
    if (event.key === 'Enter' && isOpen) {
      event.preventDefault()
      take(choices[at])
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    if (!isOpen) setTyped('')
    setAt(Math.max(0, Math.min(choices.length - 1, at + step)))
  }
  return (
    <Field {...field}>
      {(control) => (
        <div className="relative">
          <input
            {...control}
            role="combobox"
            type="text"
            autoComplete="off"
            aria-expanded={isOpen}
            aria-controls={listId}
            aria-activedescendant={isOpen && choices[at] ? `${listId}-${at}` : undefined}
            value={typed ?? choice?.name ?? ''}
            onChange={(event) => {
              setTyped(event.target.value)
              setAt(0)
              onType(event.target.value)
              if (event.target.value === '') onChange(null)
            }}
            onFocus={(event) => event.target.select()}
            onBlur={close}
            onKeyDown={onKeyDown}
            className={controlLook}
          />
          {isOpen && (
            <ChoiceList
              {...{ listId, choices, at, typed, isSearching }}
              onTake={take}
              onPoint={setAt}
            />
          )}
        </div>
      )}
    </Field>
  )
}

type ListProps = {
  readonly listId: string
  readonly choices: readonly Choice[]
  readonly at: number
  readonly typed: string
  readonly isSearching: boolean | undefined
  readonly onTake: (choice: Choice) => void
  readonly onPoint: (at: number) => void
}

function ChoiceList({ listId, choices, at, typed, isSearching, onTake, onPoint }: ListProps) {
  const t = useT()
  const nothing = isSearching === true ? t('ui.searching') : t('ui.nothingFound', { text: typed })
  return (
    <div className="absolute inset-x-0 top-full z-40 mt-1 max-h-64 animate-rise overflow-y-auto rounded-8 bg-raised p-1 shadow-over">
      {choices.length === 0 && <p className="px-2 py-1.5 text-13 text-soft">{nothing}</p>}
      {/* oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element is a list that a field filters */}
      <div id={listId} role="listbox" aria-label={t('ui.choose')}>
        {choices.map((choice, index) => (
          <Option
            key={choice.value}
            id={`${listId}-${index}`}
            isAt={index === at}
            onTake={() => onTake(choice)}
            onPoint={() => onPoint(index)}
          >
            <span className="truncate">{choice.name}</span>
            {choice.detail !== undefined && (
              <span className="shrink-0 text-12 text-faint">{choice.detail}</span>
            )}
          </Option>
        ))}
      </div>
    </div>
  )
}
