import { scaleLinear, scalePoint } from '@visx/scale'
import { LinePath } from '@visx/shape'
import { useRef } from 'react'

import { useWidth } from '../use-width.ts'

export type Line = {
  readonly name: string
  readonly values: readonly (number | null)[]
  /** The floor beneath the other line: thin and quiet. */
  readonly isQuiet?: boolean | undefined
}

type LineChartProps = {
  readonly label: string
  readonly points: readonly string[]
  readonly lines: readonly Line[]
  readonly valueText: (value: number) => string
  readonly height?: number
}

const EDGE = { top: 12, bottom: 24, left: 40, right: 64 } as const
/** As wide as a character of these labels gets, about. */
const CHARACTER = 6.5
const LABEL_GAP = 15

/** Lines with their names and last values at their ends. */
export function LineChart({ label, points, lines, valueText, height = 180 }: LineChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const width = useWidth(box)
  const known = lines.flatMap(({ values }) => values.filter((value) => value !== null))
  const y = scaleLinear({
    domain: [Math.min(0, ...known), Math.max(1, ...known)],
    range: [height - EDGE.bottom, EDGE.top],
    nice: true,
  })
  const ends = spreadEnds(lines, y)
  const left = roomFor(y.ticks(3).map(valueText), EDGE.left)
  const right =
    width -
    roomFor(
      ends.map(({ name, value }) => `${name} ${valueText(value)}`),
      EDGE.right,
    )
  const x = scalePoint({ domain: points.map((_, index) => index), range: [left, right] })
  return (
    <div ref={box} style={{ height }}>
      {width > 0 && (
        <svg
          role="img"
          aria-label={label}
          width={width}
          height={height}
          className="overflow-visible text-12"
        >
          {y.ticks(3).map((tick) => (
            <g key={tick}>
              <line x1={left} x2={right} y1={y(tick)} y2={y(tick)} className="stroke-line" />
              <text x={0} y={y(tick) + 4} className="figures fill-faint">
                {valueText(tick)}
              </text>
            </g>
          ))}
          <PointNames points={points} x={x} y={height - 6} />
          {lines.map(({ name, values, isQuiet }) => (
            <LinePath
              key={name}
              data={[...values.entries()]}
              x={([index]) => x(index) ?? 0}
              y={([, value]) => y(value ?? 0)}
              defined={([, value]) => value !== null}
              className={isQuiet === true ? 'stroke-line-strong' : 'stroke-brand'}
              strokeWidth={isQuiet === true ? 1.5 : 2}
              fill="none"
              strokeLinejoin="round"
            />
          ))}
          {ends.map(({ name, value, at, isQuiet }) => (
            <text
              key={name}
              x={right + 8}
              y={at + 4}
              className={isQuiet === true ? 'fill-soft' : 'fill-brand font-strong'}
            >
              {name} <tspan className="figures">{valueText(value)}</tspan>
            </text>
          ))}
        </svg>
      )}
    </div>
  )
}

/** The room that the longest of some labels takes, with a gap beside it. */
function roomFor(labels: readonly string[], least: number): number {
  const longest = Math.max(0, ...labels.map(({ length }) => length))
  return Math.max(least, Math.ceil(longest * CHARACTER) + 10)
}

type PointNamesProps = {
  readonly points: readonly string[]
  readonly x: (index: number) => number | undefined
  readonly y: number
}

function PointNames({ points, x, y }: PointNamesProps) {
  const last = points.length - 1
  const shown = [...new Set([0, Math.round(last / 2), last])].filter((index) => index >= 0)
  return shown.map((index) => (
    <text
      key={index}
      x={x(index)}
      y={y}
      textAnchor={index === 0 ? 'start' : index === last ? 'end' : 'middle'}
      className="figures fill-faint"
    >
      {points[index]}
    </text>
  ))
}

/** Where the names at the ends stand, moved apart so that none covers another. */
export function spreadEnds(lines: readonly Line[], y: (value: number) => number) {
  const ends = lines
    .flatMap(({ name, values, isQuiet }) => {
      const value = values.findLast((known) => known !== null)
      return value === undefined || value === null ? [] : [{ name, value, isQuiet, at: y(value) }]
    })
    .toSorted((a, b) => a.at - b.at)
  let lowest = Number.NEGATIVE_INFINITY
  return ends.map((end) => {
    lowest = Math.max(end.at, lowest + LABEL_GAP)
    return { ...end, at: lowest }
  })
}
