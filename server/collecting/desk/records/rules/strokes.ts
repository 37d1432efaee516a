/** A drawn signature as the pen moved, in a field of 1000 by 400: never a picture, nothing to decode. */
export type Strokes = readonly (readonly (readonly [x: number, y: number])[])[]

export const FIELD = { width: 1000, height: 400 } as const

const MOST_STROKES = 200
const MOST_POINTS = 4000
/** A dot or a tick is not a signature: the pen has gone at least so far. */
const SHORTEST_PATH = 150

/** Strokes from outside; null for what is none. */
export function strokesFrom(value: unknown): Strokes | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_STROKES) return null
  const strokes = value.map(strokeFrom)
  const whole = strokes.filter((stroke) => stroke !== null)
  if (whole.length !== strokes.length) return null
  const points = whole.reduce((sum, stroke) => sum + stroke.length, 0)
  return points > MOST_POINTS || lengthOf(whole) < SHORTEST_PATH ? null : whole
}

function strokeFrom(value: unknown): [number, number][] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_POINTS) return null
  const points: [number, number][] = []
  for (const point of value) {
    if (!Array.isArray(point) || point.length !== 2) return null
    const [x, y]: unknown[] = point
    if (!isWithin(x, FIELD.width) || !isWithin(y, FIELD.height)) return null
    points.push([x, y])
  }
  return points
}

function isWithin(value: unknown, limit: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= limit
}

function lengthOf(strokes: Strokes): number {
  return strokes.reduce((sum, stroke) => {
    return stroke.reduce((path, [x, y], at) => {
      const [fromX, fromY] = stroke[at - 1] ?? [x, y]
      return path + Math.hypot(x - fromX, y - fromY)
    }, sum)
  }, 0)
}

/** The strokes as a picture that the sheet can place: whole numbers only, so nothing to inject. */
export function svgOf(strokes: Strokes): string {
  const paths = strokes.map((stroke) => `<path d="${pathOf(stroke)}"/>`)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${FIELD.width} ${FIELD.height}" width="${FIELD.width}" height="${FIELD.height}"><g fill="none" stroke="#16223f" stroke-width="7" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</g></svg>`
}

/** Through the middles of its points, so that it looks as it was drawn. */
function pathOf(stroke: Strokes[number]): string {
  const [first = [0, 0]] = stroke
  if (stroke.length < 3) {
    const last = stroke.at(-1) ?? first
    return `M${first.join(' ')}L${last[0] + (stroke.length === 1 ? 1 : 0)} ${last[1]}`
  }
  const curves = stroke.slice(1, -1).map(([x, y], at) => {
    const [nextX, nextY] = stroke[at + 2] ?? [x, y]
    return `Q${x} ${y} ${(x + nextX) / 2} ${(y + nextY) / 2}`
  })
  const last = stroke.at(-1) ?? first
  return `M${first.join(' ')}${curves.join('')}L${last.join(' ')}`
}
