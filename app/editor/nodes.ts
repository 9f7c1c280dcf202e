import {
  $applyNodeReplacement,
  $create,
  $getState,
  $getStateChange,
  $setState,
  createState,
  ElementNode,
  type EditorConfig,
} from 'lexical'
import { provisionKinds } from '#app/domain/text/model.ts'
import type { Block } from './blocks.ts'

/** What a line carries besides its words. */
export type ProvisionState = Omit<Block, 'text'>

const unset: ProvisionState = { id: '', kind: 'paragraph', depth: 0 }

const isState = (value: unknown): value is ProvisionState =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  'kind' in value &&
  'depth' in value &&
  provisionKinds.some((kind) => kind === value.kind)

const provisionState = createState('provision', {
  parse: (value) => (isState(value) ? value : unset),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
})

/**
 * One line of the document. Its label is no text: it is drawn by the style sheet from `data-label`, which the labels
 * plug-in keeps current, so it can be neither selected nor typed over nor undone.
 */
export class ProvisionNode extends ElementNode {
  override $config() {
    return this.config('provision', { extends: ElementNode, stateConfigs: [provisionState] })
  }

  getProvision(): ProvisionState {
    return $getState(this, provisionState)
  }

  setProvision(state: ProvisionState): this {
    return $setState(this, provisionState, (before) => (provisionState.isEqual(before, state) ? before : state))
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const line = document.createElement('p')
    line.className = 'provision'
    draw(line, this.getProvision())
    return line
  }

  override updateDOM(before: this, line: HTMLElement): boolean {
    const change = $getStateChange(this, before, provisionState)
    if (change) draw(line, change[0])
    return false
  }

  /** Used only where the library breaks a line by itself; the identity follows in a transform. */
  override insertNewAfter(_selection?: unknown, restoreSelection?: boolean): ProvisionNode {
    const { depth } = this.getProvision()
    const next = $createProvisionNode({ ...unset, depth })
    this.insertAfter(next, restoreSelection)
    return next
  }

  override canIndent(): false {
    return false
  }
}

function draw(line: HTMLElement, { kind, depth, id, first }: ProvisionState): void {
  line.dataset.kind = kind
  line.dataset.depth = String(depth)
  line.dataset.provision = id
  if (first) line.dataset.first = first.id
  else delete line.dataset.first
}

export const $createProvisionNode = (state: ProvisionState): ProvisionNode =>
  $applyNodeReplacement($create(ProvisionNode)).setProvision(state)

export const $isProvisionNode = (node: unknown): node is ProvisionNode => node instanceof ProvisionNode
