import { setImmediate as turn } from 'node:timers/promises'

import { expect, test } from 'vitest'

import { openLanes } from './together.ts'

test('two batches share the lanes, and the first comes first', async () => {
  const lanes = openLanes(3)
  const begun: string[] = []
  let open = 0
  let most = 0
  const work = async (name: string) => {
    begun.push(name)
    open += 1
    most = Math.max(most, open)
    await turn()
    open -= 1
    return name
  }

  const batches = [lanes(['a', 'b', 'c', 'd'], work), lanes(['e', 'f', 'g'], work)]

  expect(await Promise.all(batches)).toEqual([
    ['a', 'b', 'c', 'd'],
    ['e', 'f', 'g'],
  ])
  expect(begun.join('')).toBe('abcdefg')
  expect(most).toBe(3)
})

test('what fails is told once the others are finished, and the lanes go on', async () => {
  const lanes = openLanes(1)
  const done: number[] = []
  const work = async (place: number) => {
    if (place === 0) throw new Error('it failed')
    done.push(place)
    return turn(place)
  }

  await expect(lanes([0, 1, 2], work)).rejects.toThrow('it failed')
  expect(done).toEqual([1, 2])
  expect(await lanes([3], work)).toEqual([3])
})
