import { type RefObject, useEffect } from 'react'

const cells = 'select, input:not([type="hidden"]), textarea, summary'

/** Where a cell stands: its row, and its place among the cells of the row that can be reached. */
function placeOf(target: HTMLElement): { row: HTMLElement; column: string } | null {
  const row = target.closest<HTMLElement>('[data-row]')
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column
  return row && column ? { row, column } : null
}

const at = (target: HTMLElement, edge: 'start' | 'end'): boolean => {
  if (!(target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text')))
    return true
  const position = edge === 'start' ? target.selectionStart : target.selectionEnd
  return position === (edge === 'start' ? 0 : target.value.length)
}

const focusCell = (row: Element | undefined, column: string) =>
  row?.querySelector<HTMLElement>(`[data-column="${column}"]`)?.querySelector<HTMLElement>(cells)?.focus()

/** Up and down go to the row above and below, left and right to the cell beside; in a text only from its edge. */
function goalOf(event: KeyboardEvent, target: HTMLElement): { rows: number; columns: number } | null {
  if (event.key === 'ArrowUp') return at(target, 'start') ? { rows: -1, columns: 0 } : null
  if (event.key === 'ArrowDown') return at(target, 'end') ? { rows: 1, columns: 0 } : null
  if (event.key === 'ArrowLeft') return at(target, 'start') ? { rows: 0, columns: -1 } : null
  if (event.key === 'ArrowRight') return at(target, 'end') ? { rows: 0, columns: 1 } : null
  if (event.key === 'Enter' && !event.shiftKey && target.tagName !== 'SUMMARY') return { rows: 1, columns: 0 }
  return null
}

/**
 * Arrow keys and Enter go from cell to cell of a grid of fields; a figure in a choice takes the choice of that number.
 * Shift and Enter begin a line, Ctrl and Enter send the form. Keys that an input method takes are left to it.
 */
export function useGridKeys(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    const grid = root.current
    if (!grid) return
    const onKey = (event: KeyboardEvent) => {
      const target = event.target as HTMLElement
      // 229 is what older browsers report for a key that the input method took
      if (event.isComposing || event.keyCode === 229 || event.altKey || !target.matches(cells)) return
      if (event.ctrlKey || event.metaKey) {
        if (event.key === 'Enter') grid.closest('form')?.requestSubmit()
        return
      }
      if (target instanceof HTMLSelectElement && /^\d$/.test(event.key) && Number(event.key) < target.options.length) {
        target.selectedIndex = Number(event.key)
        return event.preventDefault()
      }
      const place = placeOf(target)
      const goal = place && goalOf(event, target)
      if (!place || !goal) return
      event.preventDefault()
      if (goal.rows !== 0) {
        const rows = Array.from(grid.querySelectorAll<HTMLElement>('[data-row]'))
        return focusCell(rows[rows.indexOf(place.row) + goal.rows], place.column)
      }
      const columns = Array.from(place.row.querySelectorAll<HTMLElement>('[data-column]')).map(
        (cell) => cell.dataset.column!,
      )
      const next = columns[columns.indexOf(place.column) + goal.columns]
      if (next) focusCell(place.row, next)
    }
    grid.addEventListener('keydown', onKey)
    return () => grid.removeEventListener('keydown', onKey)
  }, [root])
}
