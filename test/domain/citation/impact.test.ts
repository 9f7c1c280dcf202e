import { describe, expect, test } from 'vitest'
import { type CitingDocument, impactOf } from '#app/domain/citation/impact.ts'
import { repealsOn } from '#app/domain/citation/force.ts'
import { gardenLaws, shelf, textFrom } from './laws.ts'

const { library, textOf } = shelf(gardenLaws, [{ title: '花卉管理办法', from: '2001-06-01' }])
const act = library.byName.get('园林法')![0]!
const [from, to] = [act.versions[0]!, act.versions[1]!]

const document = (id: string, source: string): CitingDocument => ({ id, title: id, text: textFrom(source), on: null })

describe('what a new wording does to the documents that cite it', () => {
  const documents = [
    document(
      '开放办法',
      '开放办法\n第一条　根据《园林法》，制定本办法。\n第二条　公园依照《园林法》第三条开放。\n依照同法第四条第一项处罚。',
    ),
    document('管理规定', '管理规定\n第一条　私园依照《园林法》第五条、第一条管理。'),
    document('道路规定', '道路规定\n第一条　道路依照《道路法》第三条管理。'),
  ]

  test('the clauses that cite what changed are named, each with what became of it', () => {
    const found = impactOf({ kind: 'version', act, from, to }, documents, library, textOf)
    expect(found.map(({ documentId, place, quote, change, now }) => [documentId, place, quote, change, now])).toEqual([
      ['开放办法', '第二条第一款', '《园林法》第三条', 'renumbered', '第四条'],
      ['开放办法', '第二条第二款', '同法第四条第一项', 'renumbered', '第五条第一项'],
      ['管理规定', '第一条', '《园林法》第五条', 'deleted', ''],
    ])
  })

  test('what was changed shows both wordings', () => {
    const [found] = impactOf(
      { kind: 'version', act, from, to },
      [document('罚款', '罚款\n第一条　依照《园林法》第四条处罚。')],
      library,
      textOf,
    )
    expect(found).toMatchObject({ change: 'changed', now: '第五条' })
    expect(found!.oldWords).toContain('五百元')
    expect(found!.newWords).toContain('一千元')
  })

  test('a repeal concerns every clause that names the act', () => {
    const repealed = library.byName.get('花卉管理办法')![0]!
    const [repeal] = repealsOn(library, repealed)
    const citing = [
      document('花市', '花市\n第一条　依照《花卉管理办法》第三条、第四条办理。\n第二条　执行《花卉管理办法》。'),
      ...documents,
    ]
    const found = impactOf({ kind: 'repeal', act: repealed, repeal: repeal! }, citing, library, textOf)
    expect(found.map(({ place, cited, change, now }) => [place, cited, change, now])).toEqual([
      ['第一条', '第三条', 'repealed', '花木条例'],
      ['第一条', '第四条', 'repealed', '花木条例'],
      ['第二条', '', 'repealed', '花木条例'],
    ])
  })
})
