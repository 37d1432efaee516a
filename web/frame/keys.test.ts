import { describe, expect, test } from 'vitest'

import type { Action } from './action.ts'
import { pressedKey, type Stroke } from './keys.ts'

function action(id: string, keys: string): Action {
  return { id, name: id, group: 'page', keys, run: () => {} }
}

const actions = [
  action('next', 'j'),
  action('go to customers', 'g c'),
  action('go to today', 'g t'),
  action('call', 'c'),
  action('palette', 'mod+k'),
  action('help', '?'),
  action('open', 'enter'),
  action('send', 'shift+enter'),
]

function press(key: string, rest: Partial<Stroke> = {}, first: string | null = null) {
  const pressed = pressedKey({ key, hasModifier: false, isTyping: false, ...rest }, first, actions)
  return pressed.kind === 'action' ? pressed.action.id : pressed.kind
}

describe('a key', () => {
  test('does what its action says', () => {
    expect(press('j')).toBe('next')
    expect(press('?')).toBe('help')
    expect(press('Enter')).toBe('open')
    expect(press('shift+Enter')).toBe('send')
  })

  test('with the shift lock on is the same key', () => {
    expect(press('J')).toBe('next')
  })

  test('that no action has does nothing', () => {
    expect(press('x')).toBe('nothing')
  })

  test('that begins two strokes waits for the second', () => {
    expect(press('g')).toBe('waiting')
    expect(press('c', {}, 'g')).toBe('go to customers')
    expect(press('t', {}, 'g')).toBe('go to today')
  })

  test('after a first stroke that it does not follow is a key of its own', () => {
    expect(press('j', {}, 'g')).toBe('next')
    expect(press('x', {}, 'g')).toBe('nothing')
  })

  test('that is typed into a field is only a letter', () => {
    expect(press('j', { isTyping: true })).toBe('nothing')
    expect(press('g', { isTyping: true })).toBe('nothing')
  })

  test('with Ctrl or ⌘ works while typing, too', () => {
    expect(press('k', { hasModifier: true, isTyping: true })).toBe('palette')
    expect(press('j', { hasModifier: true })).toBe('nothing')
  })
})
