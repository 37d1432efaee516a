import { clsx } from 'clsx'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { useT } from '../../../../language/texts.ts'
import { Field } from '../../../../ui/fields/Field.tsx'
import { controlLook } from '../../../../ui/fields/look.ts'
import { Option } from '../../../../ui/fields/Option.tsx'
import { type Colleague, offeredFor, typedMention } from '../mentions.ts'

type MentionAreaProps = {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly people: readonly Colleague[]
  readonly onChange: (value: string) => void
}

/** A text in which "@" offers colleagues: arrow keys choose, Enter takes, Escape goes on writing. */
export function MentionArea({ label, hint, value, people, onChange }: MentionAreaProps) {
  const t = useT()
  const listId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const [caret, setCaret] = useState<number | null>(null)
  const [at, setAt] = useState(0)
  const typed = caret === null ? null : typedMention(value.slice(0, caret))
  const offered = typed === null ? [] : offeredFor(typed, people)
  const isOpen = offered.length > 0
  const follow = () => {
    setCaret(area.current?.selectionStart ?? null)
    setAt(0)
  }
  const take = (person: Colleague | undefined) => {
    if (!person || caret === null || typed === null) return
    const start = `${value.slice(0, caret - typed.length)}${person.name} `
    // The text must be there before the caret can stand behind the name.
    flushSync(() => {
      onChange(start + value.slice(caret).trimStart())
      setCaret(null)
    })
    area.current?.setSelectionRange(start.length, start.length)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen || event.ctrlKey || event.metaKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const takes = event.key === 'Enter' || event.key === 'Tab'
    if (step === 0 && !takes && event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (step !== 0) setAt((at + step + offered.length) % offered.length)
    else if (takes) take(offered[at])
    else setCaret(null)
  }
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <div className="relative">
          <textarea
            {...control}
            ref={area}
            rows={5}
            value={value}
            aria-autocomplete="list"
            aria-haspopup="listbox"
            aria-controls={isOpen ? listId : undefined}
            aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
            onChange={(event) => {
              onChange(event.target.value)
              follow()
            }}
            onClick={follow}
            onKeyUp={({ key }) => {
              if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) follow()
            }}
            onBlur={() => setCaret(null)}
            onKeyDown={onKeyDown}
            className={clsx(controlLook, 'field-sizing-content h-auto max-h-80 min-h-28 py-2')}
          />
          <output className="sr-only">
            {isOpen &&
              t('notifications.offered', { count: offered.length, name: offered[at]?.name ?? '' })}
          </output>
          {isOpen && <People {...{ listId, offered, at }} onTake={take} onPoint={setAt} />}
        </div>
      )}
    </Field>
  )
}

type PeopleProps = {
  readonly listId: string
  readonly offered: readonly Colleague[]
  readonly at: number
  readonly onTake: (person: Colleague) => void
  readonly onPoint: (at: number) => void
}

function People({ listId, offered, at, onTake, onPoint }: PeopleProps) {
  const t = useT()
  return (
    <div
      id={listId}
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no element is a list that a text filters
      role="listbox"
      aria-label={t('notifications.mention')}
      className="absolute inset-x-0 top-full z-40 mt-1 max-h-52 animate-rise overflow-y-auto rounded-8 bg-raised p-1 shadow-over"
    >
      {offered.map((person, index) => (
        <Option
          key={person.id}
          id={`${listId}-${index}`}
          isAt={index === at}
          onTake={() => onTake(person)}
          onPoint={() => onPoint(index)}
        >
          <span className="truncate">{person.name}</span>
        </Option>
      ))}
    </div>
  )
}
