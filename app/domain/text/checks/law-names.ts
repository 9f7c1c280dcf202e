import { type Check, type Examined, excerpt, type Found, isWithinMarks, matches } from './check.ts'
import { technicalRules } from './sources.ts'

const source = technicalRules('引用法律条文')
const title = /《([^《》〈〉]{2,40}?(?<![办方做手司执立说])法)》/g
const state = '中华人民共和国'
const given = /以下(?:统一|统|均)?(?:简称|称)/

/** Titles that are written without the name of the state by themselves. */
const complete = /^(?:中华人民共和国|全国人民代表大会|.{2,8}[省市州县区])|宪法|办法$|组织法$|选举法$/

/** Names that the text gave itself may stand for the full title. */
const givenNames = ({ placed }: Examined): string =>
  placed.flatMap(({ provision: { text } }) => (given.test(text) ? [text.slice(text.search(given))] : [])).join('\n')

/** 《行政处罚法》: the first time a law is cited it is by its full title. */
const shortTitles = (examined: Examined): Found[] => {
  const names = givenNames(examined)
  const seen = new Set<string>()
  return matches(examined, title).flatMap(({ provision, found: [words, name = ''], at }): Found[] => {
    if (complete.test(name) || names.includes(name) || seen.has(name)) return []
    seen.add(name)
    const why = { code: 'law-short-title', fields: { words, expected: `《${state}${name}》` } }
    return [{ in: provision.id, quote: excerpt(provision.text, at, at + words.length), why }]
  })
}

const bare =
  /(?:依照|按照|根据|依据|违反|适用)((?:中华人民共和国)?[\u4e00-\u9fff]{2,18}?(?:(?<![办方做手司执立本该同此])法|条例))(?=第[零〇一二三四五六七八九十百千\d]+条)/g
const meansAnother = /^(?:[该此其]|前述|上述|有关|相关|国家|法律)|本|的|程序/

/** 依照行政处罚法第三十三条: a title stands in 《》, unless the text gave the name itself. */
const bareNames = (examined: Examined): Found[] => {
  const names = givenNames(examined)
  return matches(examined, bare).flatMap(({ provision, found: [words, name = ''], at }): Found[] => {
    const isGiven = names.includes(name.replace(state, ''))
    if (meansAnother.test(name) || isGiven || isWithinMarks(provision.text, at)) return []
    const why = { code: 'law-without-marks', fields: { words: name } }
    return [{ in: provision.id, quote: excerpt(provision.text, at, at + words.length), why }]
  })
}

/** A law is cited by its full title in 《》. */
export const lawNameCheck: Check = {
  id: 'law-names',
  weight: 'note',
  source,
  find: (examined) => [...shortTitles(examined), ...bareNames(examined)],
}
