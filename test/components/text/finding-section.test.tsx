import { expect, test } from 'vitest'
import { FindingSection } from '#app/components/text/finding-section.tsx'
import { checkText } from '#app/domain/text/checks/check-text.ts'
import { textFrom } from '#test/domain/citation/laws.ts'
import { brokenReferences, chineseOutsideData, render, tagsOf, wordsOf } from '../render.tsx'

const text = textFrom('某市某办法\n第一条　依照本办法第九条办理，但有例外。\n第二条　本办法自2026年1月1日起施行。')
const findings = checkText(text)

test('what contradicts stands first with its rule, notes on wording are folded away', () => {
  const html = render(<FindingSection findings={findings} linked />)
  expect(wordsOf(html)).toMatch(
    /第一条.*“第九条”所指的条款在本文件中不存在.*错误.*《立法技术规范（试行）（一）》.*用语提示 1 处.*转折用“但是”/,
  )
  expect(tagsOf(html, 'a').map(({ href }) => href)).toEqual(findings.map((one) => `#p-${one.in}`))
  expect(brokenReferences(html)).toEqual([])
})

test('a text in order says so', () => {
  expect(wordsOf(render(<FindingSection findings={[]} />))).toContain('没有发现问题。')
})

test('in English the words of the text stay as they were written', () => {
  expect(chineseOutsideData(render(<FindingSection findings={findings} />, { locale: 'en' }))).toEqual([])
})
