import type { Action } from './action.ts'

export type Stroke = {
  /** As actions name it: 'shift+enter' for keys that write nothing. */
  readonly key: string
  readonly hasModifier: boolean
  readonly isTyping: boolean
}

export type Pressed =
  | { readonly kind: 'nothing' }
  /** The first of two strokes: the next one decides. */
  | { readonly kind: 'waiting'; readonly first: string }
  | { readonly kind: 'action'; readonly action: Action }

/** What a stroke means after the one before it. Letters that are being typed mean nothing else. */
export function pressedKey(
  stroke: Stroke,
  first: string | null,
  actions: readonly Action[],
): Pressed {
  if (stroke.isTyping && !stroke.hasModifier) return { kind: 'nothing' }
  const key = stroke.hasModifier ? `mod+${stroke.key.toLowerCase()}` : normal(stroke.key)
  const wanted = first === null ? key : `${first} ${key}`
  const action = actions.find(({ keys }) => keys === wanted)
  if (action) return { kind: 'action', action }
  if (first !== null) return pressedKey(stroke, null, actions)
  const beginsOne = actions.some(({ keys }) => keys?.startsWith(`${key} `) === true)
  return beginsOne ? { kind: 'waiting', first: key } : { kind: 'nothing' }
}

function normal(key: string): string {
  return key.length === 1 ? key.toLowerCase() : key.toLowerCase().replace(/^arrow/, '')
}

const TYPING = 'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable=true]'
/** What Enter and the space bar press is what has the focus. */
const PRESSED = 'a[href], button, summary, [role=tab]'
/** Open layers have their own keys. */
const LAYERS = 'dialog, [role=menu], [role=listbox], [data-radix-popper-content-wrapper]'

/** A keyboard event as a stroke, or null when it belongs to somebody else. */
export function strokeOf(event: KeyboardEvent): Stroke | null {
  if (event.defaultPrevented || event.altKey || event.isComposing) return null
  const { target } = event
  if (!(target instanceof Element)) return null
  if (document.querySelector('dialog:modal') || target.closest(LAYERS)) return null
  if ((event.key === 'Enter' || event.key === ' ') && target.matches(PRESSED)) return null
  return {
    // A letter says by itself whether it was shifted.
    key: event.shiftKey && event.key.length > 1 ? `shift+${event.key}` : event.key,
    hasModifier: event.metaKey || event.ctrlKey,
    isTyping: target.matches(TYPING),
  }
}
