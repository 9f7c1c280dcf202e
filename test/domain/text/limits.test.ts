import { describe, expect, test } from 'vitest'
import { checkSource } from '#app/domain/text/limits.ts'
import { findSecrecyMark } from '#app/domain/text/secrecy.ts'

describe('what may be parsed', () => {
  test.each([
    ['', 'empty'],
    [' \n\u3000', 'empty'],
    ['第一条'.repeat(700_000), 'too-long'],
    ['PK\u0003\u0004\u0000第', 'binary'],
    ['\ufffd\ufffd\ufffd\ufffd条', 'binary'],
    ['Lorem ipsum', 'not-chinese'],
  ])('%#', (source, code) => expect(checkSource(source)).toMatchObject({ ok: false, error: { code } }))

  test('a mark of byte order and a stray control character are taken out', () => {
    expect(checkSource('\ufeff第一条\u000b　为了\u0007规范')).toEqual({ ok: true, value: '第一条\u000b　为了规范' })
  })
})

describe('secrecy marks', () => {
  test.each([
    ['机密★10年\n××市人民政府文件', '机密', '10年'],
    ['000001\n秘密★\n特急', '秘密', null],
    ['绝密 ★ 长期', '绝密', '长期'],
    ['密级：秘密', '秘密', null],
    ['密级:机密★五年', '机密', '五年'],
    ['机 密\n关于某项工作的通知', '机密', null],
    ['特急　机密★1年　000012', '机密', '1年'],
  ])('%s', (source, level, term) => expect(findSecrecyMark(source)).toMatchObject({ level, term }))

  test.each([
    '中华人民共和国保守国家秘密法\n第一条　为了保守国家秘密，维护国家安全和利益，制定本法。',
    '关于加强商业秘密保护的意见',
    '国家秘密的密级分为绝密、机密、秘密三级。',
    '涉密人员管理办法\n第二条　绝密级国家秘密是最重要的国家秘密。',
  ])('no mark: %s', (source) => expect(findSecrecyMark(source)).toBeNull())
})
