import type { Chance } from '../text/chance.ts'

/** A citation as it was written into a sentence: its words, the document (null: the text itself), the provisions. */
export type Written = { quote: string; title: string | null; address: string }
export type Sentence = { words: string; citations: Written[] }

const titles = [
  '中华人民共和国园林法',
  '中华人民共和国花木保护法',
  '古树名木保护条例',
  '清河市水景管理办法',
  '绿地养护工程费用管理暂行规定',
  '国务院关于加强城市绿化工作的意见',
  '清河市人民政府办公室关于印发〈绿道建设方案〉的通知',
]
/** Names that stand without 《》, as those of a library do. */
export const bareTitles = ['园林法', '花木保护法', '古树名木保护条例']

const digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const numeral = (number: number): string => {
  const [tens, ones] = [Math.floor(number / 10), number % 10]
  if (tens === 0) return digits[ones - 1]!
  return `${tens === 1 ? '' : digits[tens - 1]}十${ones === 0 ? '' : digits[ones - 1]}`
}

/** 第三条, 第三条之一, 第十二条第二款第（三）项: as written, and as an address prints. */
function provision({ below }: Chance): { written: string; address: string } {
  const article = `第${numeral(below(79) + 1)}条`
  const inserted = below(12) === 0 ? '之一' : ''
  const paragraph = below(3) === 0 ? `第${numeral(below(4) + 1)}款` : ''
  const item = numeral(below(12) + 1)
  if (below(4) > 0) return { written: article + inserted + paragraph, address: article + inserted + paragraph }
  const above = article + inserted + paragraph
  return { written: `${above}${below(2) === 0 ? `第${item}项` : `第（${item}）项`}`, address: `${above}第${item}项` }
}

const joints = ['、', '和', '或者', '、']
const versions = ['', '', '', '（2019年修订）', '（国发〔2018〕5号）', '(2023年修正)']

type Named = { words: string; title: string | null }

function named({ below, pick }: Chance): Named {
  const kind = below(4)
  if (kind === 0) return { words: '本办法', title: null }
  if (kind === 1) {
    const title = pick(bareTitles)
    return { words: title, title }
  }
  const title = pick(titles)
  return { words: `《${title}》${pick(versions)}`, title }
}

/** One document with up to three provisions; this text is only cited by its provisions. */
function citation(chance: Chance): Sentence {
  const { below, pick } = chance
  const { words, title } = named(chance)
  const count = title === null ? below(3) + 1 : below(4)
  if (count === 0) return { words, citations: [{ quote: words, title, address: '' }] }
  const many = Array.from({ length: count }, () => provision(chance))
  let whole = words
  const citations = many.map(({ written, address }, at) => {
    const quote = at === 0 ? words + written : written
    whole += at === 0 ? written : pick(joints) + written
    return { quote, title, address }
  })
  return { words: whole, citations }
}

const near = ['前款', '前两款', '本条第一款', '前款第三项'].map((words) => ({
  words,
  citations: [{ quote: words, title: null, address: words.replace(/^前款|^前两款|^本条/, '') }],
}))

const frames = [
  (words: string) => `违反${words}规定的，由园林主管部门责令限期改正。`,
  (words: string) => `依照${words}的规定办理。`,
  (words: string) => `有${words}所列情形的，不予受理。`,
  (words: string) => `符合${words}规定条件的，应当自收到之日起十个工作日内答复。`,
]
/** What looks like a citation and is none. */
const others = [
  '依法给予处罚；构成犯罪的，依法追究刑事责任。',
  '应当持有《园林施工许可证》和《植物检疫证书》。',
  '双方约定的合同条款和基本条件不得违反法律、法规。',
  '委托第三方机构在第一时间评估，第二年复核。',
  '该办公室负责前期工作，本条件不满足的，项目下达前款项不予支付。',
  '资本项目和本项目的做法、办法应当公开。',
]

/** A sentence of official writing with citations in it, each known beforehand. */
export function sentence(chance: Chance): Sentence {
  const { below, pick } = chance
  const kind = below(6)
  if (kind === 0) return { words: pick(others), citations: [] }
  if (kind === 1) {
    const { words, citations } = pick(near)
    return { words: pick(frames)(words), citations }
  }
  const first = citation(chance)
  const around = pick(frames)(first.words)
  if (kind > 3) return { words: around, citations: first.citations }
  return { words: around + pick(others), citations: first.citations }
}
