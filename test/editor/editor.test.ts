import { createHeadlessEditor } from '@lexical/headless'
import {
  $getRoot,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  REDO_COMMAND,
  SELECT_ALL_COMMAND,
  UNDO_COMMAND,
} from 'lexical'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { $readBlocks, $select, fromEditor } from '#app/editor/adapter.ts'
import { wordsId } from '#app/editor/blocks.ts'
import { BEGIN_MAJOR_COMMAND, MOVE_COMMAND, SET_KIND_COMMAND, SHIFT_COMMAND } from '#app/editor/commands.ts'
import { editorConfig, startEditor } from '#app/editor/provision-editor.ts'
import { parse } from '#app/domain/text/parse.ts'
import { place, printedLabel } from '#app/domain/text/outline.ts'
import type { LegalText } from '#app/domain/text/model.ts'
import { allProvisions, counted, drawn, lawText, measure, notice } from './texts.ts'

function open(text: LegalText): LexicalEditor {
  const editor = createHeadlessEditor(editorConfig)
  startEditor(editor, text, { newId: counted(), origin: 'here', parse, place })
  return editor
}

type Place = [id: string, offset: number]

function put(editor: LexicalEditor, from: Place, to: Place = from) {
  editor.update(
    () => {
      const ids = $readBlocks().map((block) => [block.id, wordsId(block)])
      const caret = ([id, offset]: Place) => ({ index: ids.findIndex((each) => each.includes(id)), offset })
      $select(caret(from), caret(to))
    },
    { discrete: true },
  )
}

/** Commands run at once, as an event of the browser would make them. */
function run(editor: LexicalEditor, act: () => void) {
  editor.update(act, { discrete: true })
}
const text = (editor: LexicalEditor) => drawn(fromEditor(editor))

/** The part of a clipboard that pages can reach; Node has none. */
function clipboard() {
  const kept = new Map<string, string>()
  return {
    kept,
    event: () =>
      ({
        clipboardData: {
          getData: (type: string) => kept.get(type) ?? '',
          setData: (type: string, value: string) => void kept.set(type, value),
        },
        preventDefault: () => {},
      }) as unknown as ClipboardEvent,
  }
}

const key = (init: Partial<KeyboardEvent>) =>
  ({
    key: '',
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    isComposing: false,
    keyCode: 0,
    preventDefault: () => {},
    ...init,
  }) as KeyboardEvent

describe('the editor', () => {
  test('shows a text and gives it back', () => {
    fc.assert(
      fc.property(lawText, (tree) => {
        expect(fromEditor(open(tree))).toEqual(tree)
      }),
      { numRuns: 30 },
    )
    expect(fromEditor(open(notice()))).toEqual(notice())
  })

  test('an empty text has one line', () => {
    expect(text(open({ format: 1, children: [] }))).toEqual(['paragraph n1'])
  })

  test('lines in a table stay in one provision', () => {
    const tree: LegalText = {
      format: 1,
      children: [{ id: 'x', kind: 'table', text: '序号 | 事项\n1 | 登记', children: [] }],
    }
    expect(fromEditor(open(tree))).toEqual(tree)
  })
})

describe('editing with identity', () => {
  test('Enter splits, Backspace joins, undoing and redoing bring the same ids', () => {
    const editor = open(measure())
    const states = [fromEditor(editor)]
    put(editor, ['a2', 3])
    run(editor, () => editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined))
    expect(text(editor)).toContain('    paragraph n1 自2027年1月1日起施行。')
    states.push(fromEditor(editor))
    put(editor, ['n1', 0])
    run(editor, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true))
    states.push(fromEditor(editor))
    const joined = allProvisions(fromEditor(editor)).find(({ id }) => id === 'a2p1')
    expect(joined).toMatchObject({ text: '本办法自2027年1月1日起施行。', merged: ['n1'] })
    run(editor, () => editor.dispatchCommand(UNDO_COMMAND, undefined))
    expect(fromEditor(editor)).toEqual(states[1])
    run(editor, () => editor.dispatchCommand(UNDO_COMMAND, undefined))
    expect(fromEditor(editor)).toEqual(states[0])
    run(editor, () => editor.dispatchCommand(REDO_COMMAND, undefined))
    run(editor, () => editor.dispatchCommand(REDO_COMMAND, undefined))
    expect(fromEditor(editor)).toEqual(states[2])
  })

  test('every structural edit can be undone', () => {
    const edits: [Place, (editor: LexicalEditor) => boolean][] = [
      [['a1s2', 3], (editor) => editor.dispatchCommand(BEGIN_MAJOR_COMMAND, undefined)],
      [['a1p2', 1], (editor) => editor.dispatchCommand(SHIFT_COMMAND, 'deeper')],
      [['a2', 1], (editor) => editor.dispatchCommand(MOVE_COMMAND, 'up')],
      [['a1p2', 0], (editor) => editor.dispatchCommand(SET_KIND_COMMAND, 'article')],
    ]
    for (const [at, edit] of edits) {
      const editor = open(measure())
      put(editor, at)
      run(editor, () => edit(editor))
      expect(fromEditor(editor)).not.toEqual(measure())
      run(editor, () => editor.dispatchCommand(UNDO_COMMAND, undefined))
      expect(fromEditor(editor)).toEqual(measure())
    }
  })

  test('typing over a selection of several lines keeps the first and records the last', () => {
    const editor = open(measure())
    put(editor, ['a1', 4], ['a1p2', 4])
    run(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '，'))
    expect(allProvisions(fromEditor(editor)).find(({ id }) => id === 'a1p1')).toMatchObject({
      text: '停放场所，另行制定。',
      merged: ['a1p2'],
      children: [],
    })
  })

  test('select all and typing leaves one line', () => {
    const editor = open(measure())
    put(editor, ['a1', 0])
    run(editor, () => editor.dispatchCommand(SELECT_ALL_COMMAND, key({ key: 'a', ctrlKey: true })))
    run(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '新'))
    expect(text(editor)).toEqual(['title title 新'])
  })

  test('a line that the library makes by itself gets an id', () => {
    const editor = open(measure())
    run(editor, () => $getRoot().clear().selectEnd().insertText('空'))
    expect(allProvisions(fromEditor(editor))).toMatchObject([{ kind: 'paragraph', text: '空' }])
    expect(allProvisions(fromEditor(editor))[0]!.id).not.toBe('')
  })
})

describe('keys', () => {
  test('Tab goes a level down, and leaves after Escape', () => {
    const editor = open(measure())
    put(editor, ['a1p2', 0])
    run(editor, () => editor.dispatchCommand(KEY_DOWN_COMMAND, key({ key: 'Escape' })))
    run(editor, () => editor.dispatchCommand(KEY_DOWN_COMMAND, key({ key: 'Tab' })))
    expect(fromEditor(editor)).toEqual(measure())
    run(editor, () => editor.dispatchCommand(KEY_DOWN_COMMAND, key({ key: 'Tab' })))
    expect(text(editor)).toContain('      subparagraph a1p2 具体办法另行制定。')
  })

  test.each([{ isComposing: true }, { keyCode: 229 }])(
    'nothing happens while an input method is at work: %o',
    (state) => {
      const editor = open(measure())
      put(editor, ['a1p2', 2])
      for (const pressed of [
        { key: 'Tab' },
        { key: 'Enter', ctrlKey: true },
        { key: 'ArrowUp', altKey: true },
        { key: 'Enter' },
      ]) {
        run(editor, () => editor.dispatchCommand(KEY_DOWN_COMMAND, key({ ...pressed, ...state })))
      }
      expect(fromEditor(editor)).toEqual(measure())
    },
  )
})

describe('the clipboard', () => {
  const lines: [Place, Place] = [
    ['a1s1', 0],
    ['a1s2', 7],
  ]

  test('a copy pasted has new ids', () => {
    const editor = open(measure())
    const { event, kept } = clipboard()
    put(editor, ...lines)
    run(editor, () => editor.dispatchCommand(COPY_COMMAND, event()))
    expect(kept.get('text/plain')).toBe('（一）不占用疏散通道；\n（二）设有充电设施。')
    put(editor, ['a1s2', 7])
    run(editor, () => editor.dispatchCommand(PASTE_COMMAND, event()))
    expect(text(editor).slice(4, 8)).toEqual([
      '      subparagraph a1s1 不占用疏散通道；',
      '      subparagraph a1s2 设有充电设施。',
      '      subparagraph n1 不占用疏散通道；',
      '      subparagraph n2 设有充电设施。',
    ])
  })

  test('what was cut keeps its ids once', () => {
    const editor = open(measure())
    const { event } = clipboard()
    put(editor, ...lines)
    run(editor, () => editor.dispatchCommand(CUT_COMMAND, event()))
    expect(text(editor)).not.toContain('      subparagraph a1s1 不占用疏散通道；')
    put(editor, ['a2', 16])
    run(editor, () => editor.dispatchCommand(PASTE_COMMAND, event()))
    run(editor, () => editor.dispatchCommand(PASTE_COMMAND, event()))
    expect(allProvisions(fromEditor(editor)).map(({ id }) => id.replace(/^n\d+$/, 'new'))).toEqual([
      'title',
      'c1',
      'a1',
      'a1p1',
      'a1p2',
      'a2',
      'a2p1',
      'a1s1',
      'a1s2',
      'new',
      'new',
      'c2',
      'a3',
      'a3p1',
    ])
  })

  test('words of one line are pasted as words', () => {
    const editor = open(measure())
    const { event, kept } = clipboard()
    kept.set('text/plain', '依法')
    put(editor, ['a1p2', 2])
    run(editor, () => editor.dispatchCommand(PASTE_COMMAND, event()))
    expect(text(editor)).toContain('    paragraph a1p2 具体依法办法另行制定。')
  })

  test('a text from Word comes with its structure', () => {
    const editor = open({ format: 1, children: [] })
    const { event, kept } = clipboard()
    kept.set(
      'text/html',
      [
        '<p align=center>江城市停放管理办法</p>',
        '<p>第一章　总则</p>',
        '<p><b>第一条</b>　停放应当遵守下列规定：</p>',
        '<p>（一）有序；</p>',
        '<p>（二）整洁。</p>',
        '<p>违反的，依法处理。</p>',
        '<p>第二条　本办法自公布之日起施行。</p>',
      ].join('\n'),
    )
    put(editor, ['n1', 0])
    run(editor, () => editor.dispatchCommand(PASTE_COMMAND, event()))
    expect(text(editor).map((line) => line.replace(/ n\d+/, ''))).toEqual([
      'title 江城市停放管理办法',
      'chapter 总则',
      '  article',
      '    paragraph 停放应当遵守下列规定：',
      '      subparagraph 有序；',
      '      subparagraph 整洁。',
      '    paragraph 违反的，依法处理。',
      '  article',
      '    paragraph 本办法自公布之日起施行。',
    ])
  })

  test('（一） pasted into an article is an item of it', () => {
    const editor = open(measure())
    const { event, kept } = clipboard()
    kept.set('text/plain', '（一）保持整洁；\n（二）有人看管。')
    put(editor, ['a1s2', 7])
    run(editor, () => editor.dispatchCommand(PASTE_COMMAND, event()))
    expect(
      text(editor)
        .slice(6, 8)
        .map((line) => line.replace(/ n\d+/, '')),
    ).toEqual(['      subparagraph 保持整洁；', '      subparagraph 有人看管。'])
  })

  test('articles pasted among others count by their place', () => {
    const editor = open(measure())
    const { event, kept } = clipboard()
    kept.set('text/plain', '第八条　甲。\n第九条　乙。')
    put(editor, ['a1p2', 9])
    run(editor, () => editor.dispatchCommand(PASTE_COMMAND, event()))
    const articles = place(fromEditor(editor)).filter(({ provision }) => provision.kind === 'article')
    expect(articles.map(printedLabel)).toEqual(['第一条', '第二条', '第三条', '第四条', '第五条'])
  })

  test('lines pasted in front of a line leave its words their identity', () => {
    const editor = open(measure())
    const { event, kept } = clipboard()
    kept.set('text/plain', '第八条　甲。\n第九条　乙。')
    put(editor, ['a2', 0])
    run(editor, () => editor.dispatchCommand(PASTE_COMMAND, event()))
    expect(text(editor)).toContain('    paragraph a2p1 本办法自2027年1月1日起施行。')
    expect(text(editor).filter((line) => line.includes('article'))).toHaveLength(5)
  })
})
