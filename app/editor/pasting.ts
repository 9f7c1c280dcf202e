import {
  $addUpdateTag,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_EDITOR,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical'
import type { LegalText, NewId, PlacedProvision, ProvisionKind } from '#app/domain/text/model.ts'
import { $readBlocks, $selected } from './adapter.ts'
import { type Block, fromBlocks, toBlocks } from './blocks.ts'
import { clip, insert, renewed, takesWholeLines, trimmedEnd, withoutLines } from './clipboard.ts'
import { $edit, $removeSelected } from './commands.ts'
import { htmlLines, plainLines } from './html.ts'
import { divisions } from './kinds.ts'
import { labelsOf } from './labels.ts'
import { removeRange } from './operations.ts'

export type PastingOptions = {
  newId: NewId
  /** Names this editor, so that what was cut in another one comes in as new. */
  origin: string
  /** Reads the structure of lines. */
  parse: (source: string, newId: NewId) => LegalText
  place: (text: LegalText) => PlacedProvision[]
}

type Clip = { blocks: Block[]; cut: boolean; whole: boolean; origin: string }

const clipType = 'application/x-provisions'

const dataOf = (event: ClipboardEvent | KeyboardEvent | InputEvent | null): DataTransfer | null =>
  event && 'clipboardData' in event ? event.clipboardData : event && 'dataTransfer' in event ? event.dataTransfer : null

/** Kinds whose label is set off from the words. */
const setOff: readonly ProvisionKind[] = [...divisions, 'article']

/** The selected lines as they read on paper, with the labels of those that are selected from their start. */
function printed(all: readonly Block[], clipped: readonly Block[], fromStart: boolean, place: PastingOptions['place']) {
  const labels = labelsOf(place(fromBlocks(all)))
  return clipped
    .map((block, at) => {
      const label = at > 0 || fromStart ? (labels.get(block.id) ?? '') : ''
      return label !== '' && setOff.includes(block.kind) ? `${label}　${block.text}` : label + block.text
    })
    .join('\n')
}

function $write(data: DataTransfer, cut: boolean, { origin, place }: PastingOptions): boolean {
  const selected = $selected()
  if (!selected || selected.collapsed) return false
  const all = $readBlocks()
  const to = trimmedEnd(all, selected.from, selected.to)
  const whole = takesWholeLines(all, selected.from, to)
  const blocks = clip(all, selected.from, to)
  const written: Clip = { blocks, cut, whole, origin }
  const inLine = blocks.length === 1 && !whole
  data.setData('text/plain', inLine ? blocks[0]!.text : printed(all, blocks, selected.from.offset === 0, place))
  data.setData(clipType, JSON.stringify(written))
  return true
}

function $cut(newId: NewId): void {
  $edit((blocks, { from, to }) => {
    const end = trimmedEnd(blocks, from, to)
    return takesWholeLines(blocks, from, end)
      ? withoutLines(blocks, from.index, end.index, newId)
      : removeRange(blocks, from, to)
  })
}

function readClip(data: DataTransfer): Clip | null {
  const raw = data.getData(clipType)
  if (raw === '') return null
  try {
    const value: unknown = JSON.parse(raw)
    return isClip(value) ? value : null
  } catch {
    return null // another program wrote it
  }
}

const isClip = (value: unknown): value is Clip =>
  typeof value === 'object' &&
  value !== null &&
  'blocks' in value &&
  Array.isArray(value.blocks) &&
  value.blocks.length > 0 &&
  value.blocks.every((block) => typeof block?.text === 'string' && typeof block?.id === 'string')

/** The clipboard's lines, by their structure where it can be read. */
function foreignBlocks(data: DataTransfer, { parse, newId }: PastingOptions): Block[] {
  const html = data.getData('text/html')
  const fromHtml = html === '' ? [] : htmlLines(html)
  const lines = fromHtml.length > 0 ? fromHtml : plainLines(data.getData('text/plain'))
  return lines.length === 0 ? [] : toBlocks(parse(lines.join('\n'), newId))
}

function $insertWords(words: string): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  selection.insertText(words)
  return true
}

function $paste(data: DataTransfer, options: PastingOptions): boolean {
  $removeSelected()
  const own = readClip(data)
  const lines = own?.blocks ?? foreignBlocks(data, options)
  if (lines.length === 0) return false
  const at = $selected()
  const onEmptyLine = at !== null && $readBlocks()[at.from.index]!.text === ''
  const asWords = own ? !own.whole || !onEmptyLine : lines[0]!.kind === 'paragraph' || lines[0]!.kind === 'title'
  if (lines.length === 1 && asWords && !lines[0]!.text.includes('\n')) return $insertWords(lines[0]!.text)
  return $edit((blocks, { from }) => {
    const put = own ? renewed(lines, blocks, own.cut && own.origin === options.origin, options.newId) : lines
    return insert(blocks, from, put, own?.whole)
  })
}

/** Copying, cutting and pasting with structure and identity. */
export function registerPasting(editor: LexicalEditor, options: PastingOptions): () => void {
  const withData = (
    event: ClipboardEvent | KeyboardEvent | InputEvent | null,
    run: (data: DataTransfer) => void,
  ): boolean => {
    const data = dataOf(event)
    if (!event || !data) return false
    event.preventDefault()
    run(data)
    return true
  }
  return mergeRegister(
    editor.registerCommand(
      COPY_COMMAND,
      (event) =>
        withData(event, (data) => {
          $write(data, false, options)
        }),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) =>
        withData(event, (data) => {
          $addUpdateTag(CUT_TAG)
          if ($write(data, true, options)) $cut(options.newId)
        }),
      COMMAND_PRIORITY_EDITOR,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) =>
        withData(event, (data) => {
          $addUpdateTag(PASTE_TAG)
          $paste(data, options)
        }),
      COMMAND_PRIORITY_EDITOR,
    ),
  )
}
