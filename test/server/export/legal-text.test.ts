import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { LegalText } from '#app/domain/text/model.ts'
import { parse } from '#app/domain/text/parse.ts'
import { print } from '#app/domain/text/print.ts'
import { draft } from '#app/server/export/draft.server.ts'
import { corpusDir } from '#test/support/corpus.ts'
import { read } from './read.ts'

const counter = () => {
  let count = 0
  return () => `p${++count}`
}
const textOf = (source: string): LegalText => parse(source, counter())

const measures = `清宁市户外招牌设置管理办法
第一章　总则
第一条　为了规范户外招牌设置，根据《中华人民共和国城乡规划法》，制定本办法。
第二条　本市行政区域内户外招牌的设置适用本办法。
户外广告的设置按照有关规定执行。
第二章　设置规范
第三条　户外招牌有下列情形之一的，不得设置：
（一）妨碍消防通道的；
（二）影响安全的：
1.超出屋顶的；
2.遮挡门窗的。
第四条　罚款按照下表执行。
| 情形 | 罚款 |
| 从轻 | 五百元 |
| 从重 | 三千元 |
第五条　本办法自2026年12月1日起施行，有效期五年。`
const notice = `关于加强户外招牌安全管理的通知
各县（区）人民政府，市政府各部门：
为了加强户外招牌安全管理，现就有关事项通知如下：
一、落实安全责任
（一）明确责任主体。招牌设置人是安全责任人。
1.定期检查。
（1）每年不少于一次。
二、加强检查。各部门应当每年检查一次，并将检查情况报市城市管理局。
附件：检查表
清宁市人民政府
2026年11月2日`

test.each([
  ['a text of articles', measures],
  ['a notice', notice],
])('%s sent out and brought back unedited is the same text', async (_, source) => {
  const origin = { matterId: '0192f0c1-0000-7000-8000-000000000001', versionId: '0192f0c1-0000-7000-8000-000000000002' }
  const text = textOf(source)
  const back = await read(await draft({ text, origin }))
  expect(print(textOf(back.source))).toBe(print(text))
  expect(back.origin).toEqual(origin)
  expect(back.leftBehind).toEqual([])
})

test('an origin whose properties were dropped is known by its bookmarks', async () => {
  const { originBookmark } = await import('#app/server/import/origin.server.ts')
  const origin = { matterId: 'a-1', versionId: 'b-2' }
  expect(originBookmark.read(['_GoBack', ...originBookmark.names(origin)])).toEqual(origin)
  expect(originBookmark.read(['_GoBack'])).toBeNull()
})

/** Every 40th real document: set as Word and read again it must be the same text. */
const real = corpusDir
  ? ['norms', 'laws']
      .flatMap((folder) =>
        readdirSync(path.join(corpusDir!, folder), { recursive: true, encoding: 'utf8' }).map((file) =>
          path.join(corpusDir!, folder, file),
        ),
      )
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .filter((_, index) => index % 40 === 0)
  : []

test.skipIf(!corpusDir)('real documents sent out and brought back are the same text', async () => {
  const differing: string[] = []
  for (const file of real) {
    const text = textOf(readFileSync(file, 'utf8'))
    const back = await read(await draft({ text, origin: { matterId: 'm', versionId: 'v' } }))
    const [sent, got] = [print(text), print(textOf(back.source))]
    if (fold(sent) !== fold(got)) differing.push(`${path.basename(file)}: ${firstDifference(sent, got)}`)
  }
  expect(differing).toEqual([])
  expect(real.length).toBeGreaterThan(20)
})

const fold = (text: string) => text.replace(/[\s\u3000]+/g, '')

function firstDifference(sent: string, got: string): string {
  const [before, after] = [sent.split('\n'), got.split('\n')]
  const at = before.findIndex((line, index) => fold(line) !== fold(after[index] ?? ''))
  return `“${before[at]?.slice(0, 80)}” became “${after[at]?.slice(0, 80)}”`
}
