import { type LexicalCommand, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProvisionKind, provisionKinds } from '#app/domain/text/model.ts'
import { BEGIN_MAJOR_COMMAND, MOVE_COMMAND, RENUMBER_COMMAND, SET_KIND_COMMAND, SHIFT_COMMAND } from './commands.ts'
import type { ProvisionEditor } from './useProvisionEditor.ts'

const groups: readonly (readonly ProvisionKind[])[] = [
  ['part', 'chapter', 'section'],
  ['article', 'paragraph', 'subparagraph', 'item'],
  ['point1', 'point2', 'point3', 'point4'],
]

type ToolProps = { name: string; children: ReactNode; pressed?: boolean; disabled?: boolean; onUse: () => void }

/** One tab stop; arrows, Home and End go from tool to tool (WAI-ARIA toolbar). */
function useRoving() {
  const bar = useRef<HTMLDivElement>(null)
  const [stop, setStop] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    const tools = Array.from(bar.current?.querySelectorAll<HTMLElement>('button:not(:disabled), select') ?? [])
    const at = tools.indexOf(document.activeElement as HTMLElement)
    const inSelect = document.activeElement instanceof HTMLSelectElement
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key]
    if (at === -1 || next === undefined || (inSelect && !event.key.startsWith('Arrow'))) return
    const tool = tools[(next + tools.length) % tools.length]!
    event.preventDefault()
    setStop(Number(tool.dataset.tool))
    tool.focus()
  }
  return { bar, stop, onKeyDown }
}

/** What can be done with the line of the caret. Every tool says its name; the drawn sign is for the eye. */
export function Toolbar({ provision, label }: { provision: ProvisionEditor; label: string }) {
  const { t } = useTranslation()
  const { editor, kind, canUndo, canRedo } = provision
  const { bar, stop, onKeyDown } = useRoving()
  const run =
    <Payload,>(command: LexicalCommand<Payload>, payload: Payload) =>
    () => {
      editor.dispatchCommand(command, payload)
    }
  let count = -1
  const tool = ({ name, children, pressed, disabled, onUse }: ToolProps) => {
    count += 1
    return (
      <button
        key={name}
        type="button"
        className="editor-tool"
        aria-label={name}
        title={name}
        data-tool={count}
        aria-pressed={pressed}
        disabled={disabled}
        tabIndex={count === stop ? 0 : -1}
        onClick={onUse}
        // the caret stays in the text
        onMouseDown={(event) => event.preventDefault()}
      >
        {children}
      </button>
    )
  }
  const ofKind = (each: ProvisionKind) =>
    tool({
      name: t('editor.makeKind', { sign: t(`editor.signs.${each}`), kind: t(`editor.kinds.${each}`) }),
      children: t(`editor.signs.${each}`),
      pressed: kind === each,
      onUse: run(SET_KIND_COMMAND, each),
    })
  return (
    <div ref={bar} className="editor-toolbar screen-only" role="toolbar" aria-label={label} onKeyDown={onKeyDown}>
      <span className="editor-tools">
        {tool({ name: t('editor.undo'), children: '↶', disabled: !canUndo, onUse: run(UNDO_COMMAND, undefined) })}
        {tool({ name: t('editor.redo'), children: '↷', disabled: !canRedo, onUse: run(REDO_COMMAND, undefined) })}
      </span>
      <span className="editor-tools">
        {tool({
          name: t('editor.beginMajor'),
          children: t('editor.signs.beginMajor'),
          onUse: run(BEGIN_MAJOR_COMMAND, undefined),
        })}
      </span>
      {groups.map((kinds) => (
        <span key={kinds[0]} className="editor-tools">
          {kinds.map(ofKind)}
        </span>
      ))}
      <span className="editor-tools">
        {tool({ name: t('editor.outdent'), children: '⇤', onUse: run(SHIFT_COMMAND, 'shallower') })}
        {tool({ name: t('editor.indent'), children: '⇥', onUse: run(SHIFT_COMMAND, 'deeper') })}
        {tool({ name: t('editor.moveUp'), children: '↑', onUse: run(MOVE_COMMAND, 'up') })}
        {tool({ name: t('editor.moveDown'), children: '↓', onUse: run(MOVE_COMMAND, 'down') })}
        {tool({
          name: t('editor.renumber'),
          children: t('editor.signs.renumber'),
          onUse: run(RENUMBER_COMMAND, undefined),
        })}
      </span>
      <select
        className="editor-kind"
        aria-label={t('editor.kindOfLine')}
        value={kind ?? ''}
        disabled={kind === null}
        data-tool={count + 1}
        tabIndex={count + 1 === stop ? 0 : -1}
        onChange={(event) => run(SET_KIND_COMMAND, event.target.value as ProvisionKind)()}
      >
        {kind === null && <option value="">{t('editor.noLine')}</option>}
        {provisionKinds.map((each) => (
          <option key={each} value={each}>
            {t(`editor.kinds.${each}`)}
          </option>
        ))}
      </select>
    </div>
  )
}
