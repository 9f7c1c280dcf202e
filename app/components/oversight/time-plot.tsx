import type { ReactNode } from 'react'

export type Time = {
  key: string
  label: ReactNode
  median: number
  ninetieth: number
  limit: number | null
  words: string
}

const percent = (value: number, most: number) => `${most > 0 ? (100 * value) / most : 0}%`

/** How long steps take: a dark bar to the median, a light one to the ninetieth in a hundred, and a line at the usual limit. */
export function TimePlot({ title, legend, times }: { title: string; legend: string; times: readonly Time[] }) {
  const longest = Math.max(1, ...times.map(({ ninetieth, limit }) => Math.max(ninetieth, limit ?? 0)))
  return (
    <figure className="plot">
      <figcaption>{title}</figcaption>
      <div aria-hidden="true">
        {times.map(({ key, label, median, ninetieth, limit, words }) => (
          <div key={key} className="plot-row">
            <span className="plot-label">{label}</span>
            <svg className="plot-bar" width="100%" height="16" focusable="false" aria-hidden="true">
              <rect className="bar-light" x="0" y="4" height="8" width={percent(ninetieth, longest)} />
              <rect className="bar-whole" x="0" y="2" height="12" width={percent(median, longest)} />
              {limit !== null && (
                <line className="bar-limit" x1={percent(limit, longest)} x2={percent(limit, longest)} y1="0" y2="16" />
              )}
            </svg>
            <span className="plot-words">{words}</span>
          </div>
        ))}
      </div>
      <p className="plot-legend">{legend}</p>
    </figure>
  )
}
