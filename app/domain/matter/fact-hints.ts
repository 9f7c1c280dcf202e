import { effectWords } from '../comparison/effects.ts'
import { marketWords } from '../comparison/market-words.ts'
import type { LegalText, ProvisionId } from '../text/model.ts'
import { place } from '../text/outline.ts'
import { lastOf, type Matter, factsOf, versionsOf } from './matter.ts'
import type { FactName, MatterFacts } from './records.ts'

/**
 * Words that speak for a fact. A hint to the one who determines the facts, with the words that led to it; what it is, he says. Words
 * that stand in nearly every document (应当, 规划, 目录) speak for nothing here.
 */
const signs: Partial<Record<FactName, readonly string[]>> = {
  affectsRights: [
    ...effectWords.penalty.words,
    '保证金',
    '押金',
    '收费',
    '不得',
    '禁止',
    '许可',
    '审批',
    '核准',
    '备案',
  ],
  marketRelated: marketWords.words,
  licences: ['许可', '审批', '核准', '备案', '登记', '认定', '认证', '资质', '证书', '证明'],
  prices: ['价格', '定价', '指导价', '收费', '保证金', '押金', '信用'],
  money: ['财政', '预算', '专项资金', '补贴', '补助', '财政奖励'],
  posts: ['编制', '内设机构', '设立机构', '人员配备'],
  severalPowers: ['会同', '有关部门', '联合'],
  specialGroup: ['老年人', '未成年人', '残疾人', '妇女', '儿童', '农民工', '退役军人'],
}

export type FactHint = { fact: FactName; words: string[]; provisionIds: ProvisionId[] }

const times = (text: string, word: string) => text.split(word).length - 1

/** Words of which a provision has more than before, where all of its text counts as new when there was none. */
function cameIn(before: ReadonlyMap<ProvisionId, string>, id: ProvisionId, text: string, words: readonly string[]) {
  const old = before.get(id) ?? ''
  return words.filter((word) => times(text, word) > times(old, word))
}

/** Facts for which words came into a text. What only changed its place has not come. */
export function hintsBetween(before: LegalText | null, after: LegalText): FactHint[] {
  const old = new Map((before ? place(before) : []).map(({ provision }) => [provision.id, provision.text]))
  const [whole, now] = [[...old.values()].join('\n'), place(after)]
  const next = now.map(({ provision }) => provision.text).join('\n')
  return (Object.entries(signs) as [FactName, readonly string[]][]).flatMap(([fact, list]) => {
    const came = list.filter((word) => times(next, word) > times(whole, word))
    const places = now.flatMap(({ provision: { id, text } }) => (cameIn(old, id, text, came).length > 0 ? [id] : []))
    return came.length > 0 ? [{ fact, words: came, provisionIds: places }] : []
  })
}

/** Facts that were answered with no while words for them came into the text. An answer of yes, or none yet, is left alone. */
export const factsToReconsider = (before: LegalText | null, after: LegalText, facts: MatterFacts): FactHint[] =>
  hintsBetween(before, after).filter(({ fact }) => facts[fact] === false)

/** The same for a matter: what edits since the facts were last determined speak against. Determining them again answers it. */
export function openHints(matter: Matter): FactHint[] {
  const facts = factsOf(matter)
  if (!facts) return []
  const determined = lastOf(matter, 'facts-changed')?.seq ?? lastOf(matter, 'opened')?.seq ?? 0
  const hints = new Map<FactName, FactHint>()
  for (const version of versionsOf(matter)) {
    if (version.seq < determined) continue
    for (const hint of version.payload.change.hints) {
      if (facts[hint.fact] !== false) continue
      const known = hints.get(hint.fact)
      hints.set(hint.fact, {
        fact: hint.fact,
        words: [...new Set([...(known?.words ?? []), ...hint.words])],
        provisionIds: [...new Set([...(known?.provisionIds ?? []), ...hint.provisionIds])],
      })
    }
  }
  return [...hints.values()]
}
