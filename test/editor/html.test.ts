import { describe, expect, test } from 'vitest'
import { htmlLines, plainLines } from '#app/editor/html.ts'

describe('lines of HTML from a word processor', () => {
  test('Word keeps its list numbers and loses its markup', () => {
    const word = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p{color:red}</style><title>稿</title></head><body>
<!--StartFragment-->
<p class=MsoNormal align=center><b><span style='font-family:方正小标宋简体'>江城市停放管理
办法</span></b><o:p></o:p></p>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->
<p class=MsoListParagraph><![if !supportLists]><span style='mso-list:Ignore'>（一）<span>&nbsp;&nbsp;</span></span><![endif]>不占用&ldquo;疏散&rdquo;通道；</p>
<!--EndFragment--></body></html>`
    expect(htmlLines(word)).toEqual(['江城市停放管理办法', '（一） 不占用“疏散”通道；'])
  })

  test('a table becomes one line a row', () => {
    const table =
      '<table><tbody><tr><td><p>序号</p></td><td><p>事项</p></td></tr><tr><td>1</td><td><p>登记</p><p>注销</p></td></tr></tbody></table><p>说明</p>'
    expect(htmlLines(table)).toEqual(['| 序号 | 事项 |', '| 1 | 登记 注销 |', '说明'])
  })

  test('what would act is taken away as text', () => {
    expect(htmlLines('<p onclick="x()">第一条</p><script>alert(1)</script><img src=x onerror=alert(1)>')).toEqual([
      '第一条',
    ])
  })

  test('breaks and entities are read', () => {
    expect(htmlLines('a&amp;b<br>&#31532;&#x4e00;条&nbsp;')).toEqual(['a&b', '第一条'])
  })
})

test('plain text gives its lines that have words', () => {
  expect(plainLines('第一条　为了\r\n\r\n  （一）\t车辆；\n')).toEqual(['第一条　为了', '（一） 车辆；'])
})
