import { expect, test } from 'vitest'
import { compare } from '#app/domain/comparison/changes.ts'
import { changeLines, comparisonHtml, type RenderWords, tableHtml } from '#app/domain/comparison/render.ts'
import { comparisonReport } from '#app/domain/comparison/report.ts'
import { comparisonTable } from '#app/domain/comparison/table.ts'
import { law } from './notation.ts'

const words: RenderWords = {
  language: 'zh-CN',
  title: '对照 <一>',
  old: '原文',
  next: '新文',
  summary: '1 处',
  states: {
    unchanged: '未变',
    renumbered: '序号',
    moved: '移动',
    changed: '修改',
    inserted: '增加',
    deleted: '删除',
    split: '拆分',
    merged: '合并',
  },
  collisions: {
    'both-changed': '都改',
    'changed-and-deleted': '一改一删',
    'both-moved': '都移',
    'both-inserted': '都增',
  },
}
const old = law(['# 办理时限为十日。', '# 温度不得 < 5℃ & 不得过高。'], 'a')
const next = law(['# 办理时限为十五日。', '# 温度不得 < 5℃ & 不得过高。', '# 本办法由甲单位解释。'], 'b')
const report = comparisonReport(old, next)

test('a line for each change', () => {
  expect(changeLines(report, words)).toEqual([
    '修改\t第一条\t办理时限为[-十-]{+十五+}日。',
    '增加\t第三条\t{+第三条 本办法由甲单位解释。+}',
  ])
})

test('a collision has both wordings in its line', () => {
  const other = law(['# 办理时限为二十日。', '# 温度不得 < 5℃ & 不得过高。'], 'c')
  expect(changeLines(comparisonReport(next, other, { base: old }), words).at(-1)).toBe(
    '都改\t第一条\t办理时限为十五日。\t办理时限为二十日。',
  )
})

test('one file shows both texts, and words are never taken for marks', () => {
  const html = comparisonHtml(report, words)
  expect(html).toContain('办理时限为<del>十</del><ins>十五</ins>日。')
  expect(html).toContain('温度不得 &lt; 5℃ &amp; 不得过高。')
  expect(html).toContain('<title>对照 &lt;一&gt;</title>')
  expect(html).not.toMatch(/src=|href=|@import|url\(/)
})

test('the table holds the changed articles, old on the left', () => {
  const html = tableHtml(comparisonTable(compare(old, next)), words)
  expect(html).toContain('<td><p><b>第一条</b>　办理时限为<del>十</del>日。</p></td>')
  expect(html).toContain('<td><p></p></td><td><p><b>第三条</b>　<ins>本办法由甲单位解释。</ins></p></td>')
  expect(html).not.toContain('温度')
})
