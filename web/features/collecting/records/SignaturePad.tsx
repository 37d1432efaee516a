import { type PointerEvent, useState } from 'react'

import { Button } from '../../../ui/Button.tsx'

export type Strokes = readonly (readonly (readonly number[])[])[]

const FIELD = { width: 1000, height: 400 } as const
const MOST_STROKES = 200
const MOST_POINTS = 4000

type SignaturePadProps = {
  readonly label: string
  readonly hint: string
  readonly clear: string
  readonly strokes: Strokes
  readonly onChange: (strokes: Strokes) => void
}

/** A field to draw in with a finger, a pen or the mouse. It keeps the way of the pen, not a picture. */
export function SignaturePad({ label, hint, clear, strokes, onChange }: SignaturePadProps) {
  const [isDown, setDown] = useState(false)
  const points = strokes.reduce((sum, stroke) => sum + stroke.length, 0)

  const start = (event: PointerEvent<SVGSVGElement>) => {
    if (strokes.length >= MOST_STROKES || event.button > 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    setDown(true)
    onChange([...strokes, [pointOf(event)]])
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!isDown || points >= MOST_POINTS) return
    const point = pointOf(event)
    const last = strokes.at(-1) ?? []
    const [x, y] = last.at(-1) ?? []
    if (x === point[0] && y === point[1]) return
    onChange([...strokes.slice(0, -1), [...last, point]])
  }
  return (
    <div>
      <p className="text-13 font-medium">{label}</p>
      <p className="mb-1.5 text-12 text-soft">{hint}</p>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${FIELD.width} ${FIELD.height}`}
        onPointerDown={start}
        onPointerMove={move}
        onPointerUp={() => setDown(false)}
        onPointerCancel={() => setDown(false)}
        className="block w-full touch-none rounded-8 shadow-[inset_0_0_0_1px_var(--color-line-strong)]"
      >
        <Paper />
        <line x1="60" x2="940" y1="330" y2="330" stroke="#c6cad2" strokeWidth="2" />
        <StrokePaths strokes={strokes} />
      </svg>
      <Button
        variant="quiet"
        className="mt-1"
        onClick={() => {
          setDown(false)
          onChange([])
        }}
      >
        {clear}
      </Button>
    </div>
  )
}

/** A signature as it was drawn. */
export function DrawnSignature(props: { readonly strokes: Strokes; readonly label: string }) {
  return (
    <svg
      role="img"
      aria-label={props.label}
      viewBox={`0 0 ${FIELD.width} ${FIELD.height}`}
      className="block w-full max-w-72 rounded-6"
    >
      <Paper />
      <StrokePaths strokes={props.strokes} />
    </svg>
  )
}

/** Paper is white in the dark, too. */
function Paper() {
  return <rect width={FIELD.width} height={FIELD.height} rx="18" fill="#fff" />
}

function StrokePaths({ strokes }: { readonly strokes: Strokes }) {
  return (
    <g fill="none" stroke="#16223f" strokeWidth="7" strokeLinecap="round" strokeLinejoin="round">
      {strokes.map((stroke, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- strokes are only ever added at the end
        <polyline key={at} points={stroke.map((point) => point.join(',')).join(' ')} />
      ))}
    </g>
  )
}

function pointOf(event: PointerEvent<SVGSVGElement>): [number, number] {
  const box = event.currentTarget.getBoundingClientRect()
  const x = ((event.clientX - box.left) / box.width) * FIELD.width
  const y = ((event.clientY - box.top) / box.height) * FIELD.height
  return [within(x, FIELD.width), within(y, FIELD.height)]
}

function within(value: number, limit: number): number {
  return Math.max(0, Math.min(limit, Math.round(value)))
}
