import { expect, test } from 'vitest'
import { CertificateView, type ShownCertificate } from '#app/components/matter/certificate-view.tsx'
import { chineseOutsideData, render, wordsOf } from '../render.tsx'

const certificate: ShownCertificate = {
  gates: [
    {
      rule: 'public-comment-decision',
      name: 'The period of public comment',
      state: 'exempt',
      sources: [
        { title: '重大行政决策程序暂行条例', number: '国令第713号', locus: '第十五条', verification: 'verified' },
      ],
      facts: [{ name: 'evidence.public-comment.days', value: 28 }],
      arithmetic: [
        {
          fact: 'evidence.public-comment.days',
          value: 28,
          comparison: 'atLeast',
          bound: 30,
          dates: { from: '2026-01-20', to: '2026-02-17', unit: 'calendar-day' },
        },
      ],
      exemption: { ground: '情况紧急', approver: '分管副市长' },
      events: [7, 9],
    },
  ],
  notApplicable: 3,
  evidence: [
    {
      record: 12,
      kind: 'public-comment',
      document: '公告',
      reference: '清发改〔2026〕9号',
      on: '2026-02-20',
      from: '2026-01-20',
      to: '2026-02-17',
      conclusion: null,
      hashes: ['ab'.repeat(32)],
    },
  ],
  head: { seq: 41, hash: 'cd'.repeat(32), root: 'ef'.repeat(32) },
  records: { all: 40, withheld: 12 },
  key: null,
}

test.each([
  ['its state', '依规定缩短或者免除'],
  ['its source', '第十五条'],
  ['what was counted from when to when', '28 （2026年1月20日至2026年2月17日，自然日，起始日不计）；规则：不少于 30'],
  ['the exemption and who approved it', '理由：情况紧急；批准：分管副市长'],
  ['the events of acts that asked it', '7, 9'],
  ['how many others do not apply', '另有 3 项不适用'],
])('a gate shows %s', (_, words) => {
  expect(wordsOf(render(<CertificateView certificate={certificate} />))).toContain(words)
})

test.each([
  ['the evidence', '清发改〔2026〕9号'],
  ['hashes of its files', 'abababababababab…'],
  ['the newest event', 'no. 41'],
  ['how many records are told by their hash', '40 records, 12 of them'],
  ['that there is no key', 'has no key'],
])('the proof names %s, in English too', (_, words) => {
  const html = render(<CertificateView certificate={certificate} />, { locale: 'en' })
  expect(wordsOf(html)).toContain(words)
  expect(chineseOutsideData(html)).toEqual([])
})
