import type { ReactNode } from 'react'
import { useId } from 'react'

export type Bar = {
  key: string
  label: ReactNode
  value: number
  /** What of the value is marked, in the same measure. */
  part?: number
  /** The value in words, beside its bar. */
  words: string
}

const percent = (value: number, most: number) => `${most > 0 ? Math.min(100, (100 * value) / most) : 0}%`

/**
 * Bars of one measure. The table that says the same stands beside it, so that the drawing is not read out. The marked part is
 * hatched: it is told apart without colour.
 */
export function BarPlot({ title, bars, most }: { title: string; bars: readonly Bar[]; most?: number }) {
  const hatch = useId()
  const longest = most ?? Math.max(0, ...bars.map(({ value }) => value))
  return (
    <figure className="plot">
      <figcaption>{title}</figcaption>
      <div aria-hidden="true">
        {bars.map(({ key, label, value, part = 0, words }) => (
          <div key={key} className="plot-row">
            <span className="plot-label">{label}</span>
            <svg className="plot-bar" width="100%" height="16" focusable="false" aria-hidden="true">
              <Hatch id={`${hatch}-${key}`} />
              <rect className="bar-whole" x="0" y="1" height="14" width={percent(value, longest)} />
              {part > 0 && (
                <rect
                  className="bar-part"
                  x="0"
                  y="1"
                  height="14"
                  width={percent(part, longest)}
                  fill={`url(#${hatch}-${key})`}
                />
              )}
            </svg>
            <span className="plot-words">{words}</span>
          </div>
        ))}
      </div>
    </figure>
  )
}

const Hatch = ({ id }: { id: string }) => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="hatch-ground" width="6" height="6" />
      <line className="hatch-line" x1="0" y1="0" x2="0" y2="6" />
    </pattern>
  </defs>
)
