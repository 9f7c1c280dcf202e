import { expect, test } from 'vitest'
import { titleLines } from '#app/server/export/title-lines.server.ts'

test.each([
  ['清宁市住宅专项维修资金管理办法', ['清宁市住宅专项维修资金管理办法']],
  [
    '清宁市人民政府关于印发《清宁市住宅专项维修资金管理办法》的通知',
    ['清宁市人民政府关于印发', '《清宁市住宅专项维修资金管理办法》的通知'],
  ],
  [
    '清宁市人民政府办公室关于进一步加强和改进城市道路挖掘和占道施工管理工作的通知',
    ['清宁市人民政府办公室关于进一步加强和改进', '城市道路挖掘和占道施工管理工作的通知'],
  ],
])('%s', (title, lines) => {
  expect(titleLines(title)).toEqual(lines)
})

test('nothing of a title is lost, and no line begins with 的 or a closing mark', () => {
  const title =
    '清宁市城市管理局清宁市市场监督管理局关于印发《清宁市户外招牌设置管理办法（试行）》和《清宁市户外广告设施设置技术规范》的通知'
  const lines = titleLines(title)
  expect(lines.join('')).toBe(title)
  for (const line of lines) {
    expect(line.length).toBeLessThanOrEqual(20)
    expect(line).not.toMatch(/^[的》）、]/)
  }
})
