const shapes = {
  circle: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z',
  clock: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM8 5v3.2l2.2 1.5',
  half: 'M8 2.5a5.5 5.5 0 1 1 0 11zM8 2.5a5.5 5.5 0 0 0 0 11',
  check: 'M3 8.5l3.4 3.4L13 4.8',
  attention: 'M8 2.2L14.3 13.5H1.7zM8 6.3v3.4M8 11.4v.6',
  cross: 'M4 4l8 8M12 4l-8 8',
  bar: 'M3 8h10',
  lock: 'M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5',
  hand: 'M3 13l1-3.4L10.8 2.8l2.4 2.4L6.4 12zM9.2 4.4l2.4 2.4',
  file: 'M4 2h5.5L12.5 5v9H4zM9.5 2v3h3',
  search: 'M7 3a4 4 0 1 1 0 8a4 4 0 1 1 0-8zM10 10l3.5 3.5',
  next: 'M6 3l5 5l-5 5',
  previous: 'M10 3L5 8l5 5',
  down: 'M3 6l5 5l5-5',
  person: 'M8 3a2.5 2.5 0 1 1 0 5a2.5 2.5 0 1 1 0-5zM3 13.5c.6-2.7 2.5-4 5-4s4.4 1.3 5 4',
  rule: 'M3 2.5h10v11H3zM5.5 5.5h5M5.5 8h5M5.5 10.5h3',
  information: 'M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11zM8 7.3v3.6M8 5v.6',
  stop: 'M5.4 2.5h5.2l2.9 2.9v5.2l-2.9 2.9H5.4l-2.9-2.9V5.4zM8 5v3.8M8 10.6v.6',
  plus: 'M8 3v10M3 8h10',
} as const

export type IconName = keyof typeof shapes

/** A drawing beside a word. It says nothing by itself and is hidden from screen readers. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
    <path
      d={shapes[name]}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </svg>
)
