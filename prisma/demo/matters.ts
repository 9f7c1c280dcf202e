import type { PlainDate } from '#app/domain/base/date.ts'
import type { Authority, Carrier, EnclosedKind } from '#app/domain/document/genres.ts'
import type { evidenceSteps, MatterFacts } from '#app/domain/matter/records.ts'
import type { Stage } from '#app/domain/matter/stage.ts'
import type { TextKey } from './texts.ts'

/** How far a matter has come at the first start: finer than the domain's stages, which `domainStages` gives. */
export const domainStages = {
  received: 'received', instructed: 'received', filed: 'filed', 'not-normative': 'not-normative', recognised: 'opened', opened: 'opened',
  drafting: 'drafting', circulating: 'circulating', 'circulating-overdue': 'circulating', settling: 'settling', closing: 'closing',
  submitted: 'submitted', supplementing: 'supplementing', returned: 'closing', 'under-review': 'under-review',
  'reviewed-lawful': 'reviewed', 'reviewed-unlawful': 'reviewed', 'reviewed-revise': 'reviewed', scheduled: 'deliberating',
  'passed-in-principle': 'post-meeting', 'post-meeting': 'post-meeting', 'returned-to-meeting': 'reviewed', rejected: 'rejected',
  signing: 'signing', signed: 'signed', numbered: 'numbered', issued: 'issued', published: 'published', registered: 'registered',
  withdrawn: 'withdrawn', 'left-for-party': 'left-for-party',
} as const satisfies Record<string, Stage>
export type DemoStage = keyof typeof domainStages

export type DemoEvidence = {
  step: (typeof evidenceSteps)[number]
  document: string
  reference?: string
  person: string
  /** Working days after the matter was opened. */
  day: number
  /** A period that begins on `day`, in calendar days. */
  calendarDays?: number
  conclusion?: string
  words?: string
}

export type DemoRecognition = {
  proposal: 'normative' | 'not-normative'
  elements: { maker: boolean; published: boolean; rights: boolean; general: boolean; repeated: boolean }
  exclusion?: string
  reasons: string
  opinion: 'normative' | 'not-normative'
  opinionReasons: string
  normative: boolean
}

export type DemoIncoming = {
  sender: string
  title: string
  paperNumber?: string
  /** Who instructed, in which words, to which unit; absent where the paper still waits. */
  instruction?: { by: string; words: string; outcome: 'open' | 'file'; lead?: string; support: string[] }
}

export type DemoMatter = {
  key: string
  /** Scenario of the demonstration, 1 to 10. */
  scenario?: number
  title: string
  carrier: Carrier
  enclosed: EnclosedKind | null
  authority: Authority
  issuer: string
  lead: string
  joint: string[]
  drafter: string
  incoming?: DemoIncoming
  facts: MatterFacts
  recognition: DemoRecognition | null
  versions: { text: TextKey; name: string; note?: string }[]
  companions: { explanation: string; basis: string; interpretation: string } | null
  evidence: DemoEvidence[]
  stage: DemoStage
  /** Working days before the first start; `openedOn` stands instead where the text fixes the year. */
  openedDaysAgo: number
  openedOn?: PlainDate
  /** Working days before the first start on which the last step was taken. */
  stageDaysAgo: number
  /** Addressee, gazette issue and portal address for what was issued. */
  issue?: { addressee: string; gazette: string; address: string }
  /** What the matter shows. */
  note: string
}

const plainFacts: MatterFacts = {
  affectsRights: true, marketRelated: false, majorDecision: false, severalPowers: true, emergency: false, money: false, posts: false,
  prices: false, licences: false,
}
const normative = (reasons: string): DemoRecognition => ({
  proposal: 'normative', elements: { maker: true, published: true, rights: true, general: true, repeated: true }, reasons,
  opinion: 'normative', opinionReasons: '五项要素齐备，同意认定为行政规范性文件。', normative: true,
})
const usualRecognition = normative('由有权机关制定、公开发布，涉及不特定对象的权利义务，在有效期内反复适用。')

const necessity: DemoEvidence = { step: 'necessity-evaluation', document: '必要性、可行性评估报告', person: '起草单位', day: 5, conclusion: '有必要制定，措施可行', words: '评估结论已写入起草说明。' }
const comment = (calendarDays: number, words = '公开征求意见的草案及其说明已在市政府门户网站公布。'): DemoEvidence => ({ step: 'public-comment', document: '公开征求意见公告', person: '起草单位', day: 8, calendarDays, conclusion: '收到意见已归纳整理', words })
const conforms: DemoEvidence = { step: 'fair-competition', document: '公平竞争审查结论', person: '陶安然', day: 34, conclusion: 'conforms', words: '经会同起草单位审查，符合公平竞争审查标准。' }
const forRights = [necessity, comment(31)]
const forMarket = [necessity, comment(31), conforms]

type Rest = Partial<Omit<DemoMatter, 'facts'>> & { facts?: Partial<MatterFacts> }
type Core = Pick<DemoMatter, 'key' | 'title' | 'lead' | 'drafter' | 'stage' | 'openedDaysAgo' | 'stageDaysAgo' | 'note'>

/** A notice of the city government or its office that encloses measures, unless the rest says otherwise. */
const matter = ({ facts, ...rest }: Rest & Core): DemoMatter => ({
  carrier: 'notice', enclosed: 'measures', authority: 'government', issuer: 'city', joint: [], recognition: usualRecognition, versions: [],
  companions: null, evidence: [], facts: { ...plainFacts, ...facts }, ...rest,
})

const told = (purpose: string, basis: string, meaning: string) => ({
  explanation: `一、制定的必要性和可行性\n${purpose}\n二、起草过程\n起草单位开展调研，书面征求有关单位意见，对意见逐条研究并吸收合理建议。\n三、主要内容\n${meaning}`,
  basis, interpretation: `问：为什么制定？\n答：${purpose}\n问：主要规定了什么？\n答：${meaning}`,
})
const addressee = '各区、县人民政府，市政府各部门、各直属单位：'
const issued = (number: number, slug: string) => ({
  addressee, gazette: `清宁市人民政府公报{year}年第${number}期`, address: `https://www.qingning.example/zwgk/gfxwj/${slug}.html`,
})

const scenarios: DemoMatter[] = [
  matter({
    key: 'signboards', scenario: 1, title: '清宁市户外招牌设置管理办法', authority: 'government-office', issuer: 'office', lead: 'urban', drafter: 'xue-feng',
    facts: { marketRelated: true, licences: true }, evidence: forMarket,
    versions: [
      { text: 'signboards-v1', name: '征求意见稿' }, { text: 'signboards-v2', name: '送审稿' },
      { text: 'signboards-v3', name: '修改稿', note: '仅作文字修改。' },
    ],
    companions: told('户外招牌坠落、光污染等问题时有发生，现行规定分散，经营者需要明确、统一的设置规则。', '《中华人民共和国民法典》《中华人民共和国消防法》《城市市容和环境卫生管理条例》《优化营商环境条例》', '明确设置规范、维护责任和安全要求，尊重设置人自主选择样式和制作单位的权利。'),
    stage: 'under-review', openedDaysAgo: 78, stageDaysAgo: 3, note: '备案回执实为变相许可；修改稿夹带一家企业独家制作，没有任何意见提出。',
  }),
  matter({
    key: 'electric-bicycles', scenario: 2, title: '清宁市电动自行车停放充电安全管理规定', enclosed: 'provisions', lead: 'housing', drafter: 'shen-jiayi',
    facts: { marketRelated: true, prices: true }, evidence: [necessity],
    versions: [{ text: 'electric-bicycles-v1', name: '征求意见稿' }, { text: 'electric-bicycles-v2', name: '修改稿' }],
    companions: told('电动自行车停放、充电引发的火灾多发，老旧小区设施不足。', '《中华人民共和国消防法》《中华人民共和国道路交通安全法》《中华人民共和国民法典》《物业管理条例》', '规定设施建设、停放充电要求和各方责任。'),
    stage: 'settling', openedDaysAgo: 32, stageDaysAgo: 4, note: '两部门互推老旧小区查处职责，由副秘书长协调；罚款超出消防法第六十条的幅度。',
  }),
  matter({
    key: 'innovative-firms', scenario: 3, title: '清宁市促进专精特新企业高质量发展若干措施', carrier: 'notice', enclosed: 'implementing-opinions', lead: 'industry', drafter: 'hou-mingze',
    facts: { marketRelated: true, money: true },
    evidence: [
      necessity,
      { ...comment(28, '公告期二十八日，跨国庆节假期。'), conclusion: '收到意见十二条' },
      { step: 'fair-competition', document: '公平竞争审查意见', person: '陶安然', day: 33, conclusion: 'does-not-conform', words: '第（八）（九）项不符合《公平竞争审查条例》第九条、第十条；起草单位主张适用第十二条，未说明实施期限或者终止条件。' },
    ],
    versions: [{ text: 'innovative-firms-measures', name: '征求意见稿' }],
    companions: told('专精特新企业成长需要稳定、普惠的政策支持。', '《中华人民共和国中小企业促进法》', '提出梯度培育、创新支持、财税金融等二十一项措施。'),
    stage: 'closing', openedDaysAgo: 55, stageDaysAgo: 6, note: '税收挂钩奖励和不迁出承诺；公平竞争审查不符合，例外没有终止期限。',
  }),
  matter({
    key: 'barbecue', scenario: 4, title: '清宁市露天烧烤和餐饮油烟行政处罚裁量基准', enclosed: 'benchmark', authority: 'department', issuer: 'urban', lead: 'urban', drafter: 'xue-feng',
    facts: { marketRelated: true, severalPowers: false }, evidence: forMarket,
    versions: [{ text: 'barbecue-benchmark', name: '公布稿' }],
    companions: told('统一露天烧烤和餐饮油烟违法行为的裁量尺度。', '《中华人民共和国行政处罚法》《中华人民共和国大气污染防治法》', '划分裁量阶次，明确适用条件和处罚标准。'),
    stage: 'registered', openedDaysAgo: 250, openedOn: '2025-11-03', stageDaysAgo: 180, issue: issued(2, 'barbecue'), note: '依据已被生态环境法典废止；一个阶次缺适用条件，5000元落入两个阶次。',
  }),
  matter({
    key: 'maintenance-fund', scenario: 5, title: '清宁市住宅专项维修资金管理办法', lead: 'housing', drafter: 'shen-jiayi',
    facts: { money: true }, evidence: forRights, versions: [{ text: 'maintenance-fund', name: '公布稿' }],
    companions: told('保障住宅共用部位、共用设施设备的维修。', '《中华人民共和国民法典》《物业管理条例》《住宅专项维修资金管理办法》', '规定交存、使用、管理和监督。'),
    stage: 'registered', openedDaysAgo: 1300, openedOn: '2021-07-05', stageDaysAgo: 1200, issue: issued(23, 'maintenance-fund'), note: '即将届满，五年的两种算法待确认；两个县文件引用它。',
  }),
  matter({
    key: 'termite', scenario: 5, title: '清宁市白蚁防治管理办法', authority: 'department', issuer: 'housing', lead: 'housing', drafter: 'shen-jiayi',
    facts: { marketRelated: true, severalPowers: false }, evidence: forMarket, versions: [{ text: 'termite-measures', name: '公布稿' }],
    companions: told('加强房屋建筑白蚁防治管理。', '国家有关白蚁防治的规定', '规定预防、灭治和监督管理。'),
    stage: 'registered', openedDaysAgo: 1400, openedOn: '2021-03-08', stageDaysAgo: 1320, issue: issued(12, 'termite'), note: '有效期至2026年6月30日，已经失效。',
  }),
  matter({
    key: 'termite-extension', scenario: 5, title: '关于延长《清宁市白蚁防治管理办法》有效期的通知', enclosed: null, authority: 'department-with-consent', issuer: 'housing', lead: 'housing', drafter: 'shen-jiayi',
    facts: { severalPowers: false }, evidence: forRights, versions: [{ text: 'extension-notice', name: '送审稿' }],
    companions: told('白蚁防治工作需要衔接。', '《清宁市白蚁防治管理办法》', '将有效期延长五年。'),
    stage: 'reviewed-unlawful', openedDaysAgo: 60, stageDaysAgo: 8, note: '失效的文件不能以延长的方式恢复效力。',
  }),
  matter({
    key: 'rural-housing', scenario: 6, title: '临溪县农村自建房管理办法（报备）', issuer: 'linxi', lead: 'linxi-housing', drafter: 'mu-qing', recognition: null,
    incoming: { sender: '临溪县人民政府', title: '临溪县人民政府关于报送《临溪县农村自建房管理办法》备案的报告', paperNumber: '临政报〔{year}〕18号' },
    versions: [{ text: 'rural-housing-measures', name: '公布文本' }, { text: 'rural-housing-measures-filed', name: '报备文本' }],
    stage: 'received', openedDaysAgo: 2, stageDaysAgo: 2, note: '逾期报备，审核意见晚于会议，只有党组会记录，公布的第十二条与报备文本不一致，开工前收保证金。',
  }),
  matter({
    key: 'parking', scenario: 7, title: '清宁市机动车停放服务收费调整和公共停车泊位特许经营方案', enclosed: 'plan', lead: 'reform', drafter: 'tang-yixin',
    facts: { marketRelated: true, majorDecision: true, prices: true, money: true },
    evidence: [
      ...forMarket.slice(0, 2),
      { step: 'hearing', document: '听证会笔录', person: '汤亦欣', day: 30, conclusion: '听证参加人十五人，多数赞成调整收费', words: '听证材料于召开五日前送达，不足七日，已补行送达并延期召开第二次听证。' },
      { step: 'expert-appraisal', document: '专家论证意见', person: '汤亦欣', day: 32, conclusion: '原则可行', words: '一名专家系拟授予特许经营企业的董事，已回避，另行遴选一名。' },
      { step: 'risk-assessment', document: '社会稳定风险评估报告', person: '汤亦欣', day: 33, conclusion: '可控', words: '首次结论为不可控，采取分区分步实施措施后重新评估。' },
      { ...conforms, words: '收费调整符合公平竞争审查标准；特许经营须以公开竞争方式选择经营者。' },
      { step: 'legal-advisers', document: '法律顾问、公职律师意见', person: '严明理', day: 40, conclusion: '建议特许经营另行决策' },
      { step: 'party-report', document: '向市委请示报告', reference: '清政报〔{year}〕26号', person: '秦守一', day: 66, conclusion: '已报告' },
    ],
    versions: [{ text: 'parking-decision-proposal', name: '决策草案' }],
    companions: told('停车供需矛盾突出，现行收费标准长期未调整。', '《中华人民共和国价格法》《中华人民共和国道路交通安全法》《重大行政决策程序暂行条例》', '调整三类区域收费标准，提出公共停车泊位特许经营方案。'),
    stage: 'passed-in-principle', openedDaysAgo: 70, stageDaysAgo: 5, note: '副市长不同意见，市长意见与多数人不一致并说明理由；出台前向市委报告。',
  }),
  matter({
    key: 'work-hint', scenario: 8, title: '关于做好惠企政策兑现有关工作的通知', enclosed: null, authority: 'government-office', issuer: 'office', lead: 'industry', drafter: 'hou-mingze',
    incoming: {
      sender: '清宁市惠企政策兑现工作专班办公室', title: '关于做好惠企政策兑现有关工作的提示',
      instruction: { by: 'qin-shouyi', words: '请市工信局牵头研究，市司法局就是否属于规范性文件提出意见。专班不宜以自己名义发文。', outcome: 'open', lead: 'industry', support: ['finance', 'market'] },
    },
    facts: { marketRelated: true, money: true }, versions: [{ text: 'work-hint', name: '来文' }],
    recognition: {
      proposal: 'normative', elements: { maker: true, published: true, rights: true, general: true, repeated: true },
      reasons: '名为提示，实际规定未在平台注册的企业不予补贴，涉及不特定企业的权利义务并反复适用。',
      opinion: 'normative', opinionReasons: '按内容认定为行政规范性文件；专班办公室是临时机构，不得制定，应当由有权机关制定。', normative: true,
    },
    stage: 'recognised', openedDaysAgo: 9, stageDaysAgo: 2, note: '“工作提示”按内容是规范性文件，制定主体不合法。',
  }),
  matter({
    key: 'rehabilitation', scenario: 9, title: '清宁市困难残疾人康复救助实施细则', enclosed: 'rules', authority: 'department-with-consent', issuer: 'disabled', lead: 'disabled', drafter: 'jian-ning',
    joint: ['civil', 'finance', 'labour'], facts: { money: true }, evidence: forRights,
    versions: [{ text: 'rehabilitation-rules', name: '送审稿', note: '人社局来函后第十条拟删去上岗证，其签字所依文本已变。' }],
    companions: told('完善困难残疾人康复救助制度，统一标准和程序。', '《中华人民共和国残疾人保障法》《残疾预防和残疾人康复条例》', '规定救助对象、内容、标准、申请程序和定点服务。'),
    stage: 'closing', openedDaysAgo: 52, stageDaysAgo: 3, note: '无依据的上岗证；逾期推定同意后来函反对；四家联署，一家的签字只因一条而失效。',
  }),
  matter({
    key: 'frost', scenario: 10, title: '关于应对低温雨雪冰冻灾害采取临时管理措施的紧急通知', enclosed: null, lead: 'emergency', drafter: 'ke-yanan',
    facts: { marketRelated: true, emergency: true, emergencyGround: '市气象台发布暴雪橙色预警信号，需要立即采取应急处置措施。' },
    evidence: [{ ...conforms, day: 1, words: '应急处置措施，符合《公平竞争审查条例》第十二条第三项，停工停业期限十五日。', conclusion: 'exception' }],
    versions: [{ text: 'frost-notice', name: '送审稿' }],
    companions: told('应对低温雨雪冰冻灾害，保障人民群众生命财产安全。', '《中华人民共和国突发事件应对法》《气象灾害防御条例》', '规定停工、停业、交通、供应保障等临时措施。'),
    stage: 'submitted', openedDaysAgo: 2, stageDaysAgo: 0, note: '跳过五个工作日，不跳过审核；普遍停工停业须报批；施行早于公布，没有终止日期。',
  }),
]

const others: DemoMatter[] = [
  matter({
    key: 'elderly', title: '清宁市社区养老服务设施配建移交和运营管理办法', authority: 'government-office', issuer: 'office', lead: 'civil', drafter: 'mo-qianyi',
    facts: { marketRelated: true, money: true }, evidence: forMarket, versions: [{ text: 'elderly-facilities-notice', name: '印发稿' }],
    companions: told('社区养老服务设施配建、移交不到位，影响老年人就近获得服务。', '《中华人民共和国老年人权益保障法》', '规定配建标准、移交程序和运营要求。'),
    stage: 'published', openedDaysAgo: 90, stageDaysAgo: 8, issue: issued(11, 'elderly'), note: '一份通知印发一个办法，已公布待入库。',
  }),
  matter({
    key: 'road-works', title: '关于进一步规范城市道路挖掘和占道施工管理的通知', enclosed: null, lead: 'urban', drafter: 'kang-le',
    facts: { marketRelated: true }, evidence: forMarket, versions: [{ text: 'road-works-notice', name: '送审稿' }],
    companions: told('重复挖掘、超期占道影响群众出行。', '《中华人民共和国道路交通安全法》等法律、法规', '加强计划统筹，规范施工，严格恢复验收。'),
    stage: 'post-meeting', openedDaysAgo: 65, stageDaysAgo: 3, note: '一、（一）1.（1）层次和附件；会后修改在纪要范围以内。',
  }),
  matter({
    key: 'construction-waste', title: '清宁市建筑垃圾资源化利用管理办法', lead: 'urban', drafter: 'xue-feng', facts: { marketRelated: true }, evidence: forMarket,
    versions: [{ text: 'construction-waste', name: '送审稿' }],
    companions: told('建筑垃圾产生量大，资源化利用不足。', '《中华人民共和国生态环境法典》', '规定源头减量、分类收集和资源化利用。'),
    stage: 'returned-to-meeting', openedDaysAgo: 68, stageDaysAgo: 2, note: '会后第九条超出纪要范围，退回会议。',
  }),
  matter({
    key: 'kitchen-waste', title: '清宁市餐厨垃圾收集运输管理办法', lead: 'urban', drafter: 'kang-le', facts: { marketRelated: true },
    versions: [{ text: 'kitchen-waste', name: '初稿' }], stage: 'drafting', openedDaysAgo: 12, stageDaysAgo: 5, note: '起草中。',
  }),
  matter({
    key: 'bottled-gas', title: '清宁市瓶装燃气配送服务管理规定', enclosed: 'provisions', lead: 'housing', drafter: 'shen-jiayi', facts: { marketRelated: true },
    versions: [{ text: 'bottled-gas', name: '征求意见稿' }], stage: 'circulating', openedDaysAgo: 15, stageDaysAgo: 2, note: '征求意见期限内。',
  }),
  matter({
    key: 'shared-bicycles', title: '清宁市互联网租赁自行车停放秩序管理办法', lead: 'transport', drafter: 'zhan-yue', facts: { marketRelated: true },
    versions: [{ text: 'shared-bicycles', name: '征求意见稿' }], stage: 'circulating-overdue', openedDaysAgo: 26, stageDaysAgo: 11, note: '四家逾期未复。',
  }),
  matter({
    key: 'training-subsidy', title: '清宁市职业技能培训补贴资金管理办法', authority: 'department-with-consent', issuer: 'labour', lead: 'labour', joint: ['finance'], drafter: 'ruan-ke',
    facts: { marketRelated: true, money: true }, evidence: forMarket, versions: [{ text: 'training-subsidy', name: '送审稿' }],
    companions: told('规范补贴资金管理，扩大培训覆盖面。', '《中华人民共和国就业促进法》', '规定对象、标准、申请和监督。'),
    stage: 'supplementing', openedDaysAgo: 58, stageDaysAgo: 4, note: '缺依据文本，已通知三个工作日内补充。',
  }),
  matter({
    key: 'temporary-relief', title: '清宁市临时救助实施细则', enclosed: 'rules', authority: 'government-office', issuer: 'office', lead: 'civil', drafter: 'mo-qianyi',
    facts: { money: true }, evidence: forRights, versions: [{ text: 'temporary-relief', name: '送审稿' }],
    companions: told('落实社会救助法，统一临时救助标准。', '《中华人民共和国社会救助法》', '规定对象、标准和程序。'),
    stage: 'returned', openedDaysAgo: 62, stageDaysAgo: 5, note: '起草说明未写明评估论证结论，材料退回。',
  }),
  matter({
    key: 'truck-access', title: '清宁市公安局关于调整中心城区载货汽车通行管理措施的通告', carrier: 'notice-to-public', enclosed: null, authority: 'department', issuer: 'police', lead: 'police', drafter: 'shi-kai',
    facts: { marketRelated: true, severalPowers: false }, evidence: forMarket, versions: [{ text: 'truck-access', name: '送审稿' }],
    companions: told('优化货运通行，保障民生物资运输。', '《中华人民共和国道路交通安全法》', '调整限行时段，免费发放电子通行码。'),
    stage: 'reviewed-lawful', openedDaysAgo: 48, stageDaysAgo: 2, note: '部门自行制定，由本部门法制机构审核。',
  }),
  matter({
    key: 'heating', title: '清宁市城市集中供热服务管理规定', enclosed: 'provisions', lead: 'housing', drafter: 'shen-jiayi', facts: { marketRelated: true, prices: true }, evidence: forMarket,
    versions: [{ text: 'heating-service', name: '送审稿' }],
    companions: told('供热服务投诉集中，退费规则不明确。', '国家有关城市供热的规定', '规定温度标准、测温和退费、停热通知等服务要求。'),
    stage: 'scheduled', openedDaysAgo: 64, stageDaysAgo: 1, note: '已列入下次常务会议议题。',
  }),
  matter({
    key: 'public-toilets', title: '清宁市城市公共厕所开放服务管理办法', authority: 'government-office', issuer: 'office', lead: 'urban', drafter: 'kang-le', facts: { money: true }, evidence: forRights,
    versions: [{ text: 'public-toilets', name: '送审稿' }],
    companions: told('提高公共厕所开放和服务水平。', '国家有关城市公共厕所的规定', '规定开放时间、服务标准和管理职责。'),
    stage: 'signing', openedDaysAgo: 66, stageDaysAgo: 2, note: '签批单流转中。',
  }),
  matter({
    key: 'night-market', title: '清宁市夜间经济集聚区服务管理办法', lead: 'urban', drafter: 'kang-le', facts: { marketRelated: true }, evidence: forMarket,
    versions: [{ text: 'night-market', name: '送审稿' }],
    companions: told('促进夜间消费，兼顾周边居民生活。', '《优化营商环境条例》', '规定集聚区划定、服务保障和经营要求。'),
    stage: 'signed', openedDaysAgo: 70, stageDaysAgo: 1, note: '市长已签发，待编号。',
  }),
  matter({
    key: 'rent-subsidy', title: '清宁市公共租赁住房租赁补贴办法', lead: 'housing', drafter: 'shen-jiayi', facts: { money: true }, evidence: forRights,
    versions: [{ text: 'rent-subsidy', name: '送审稿' }],
    companions: told('完善实物保障和货币补贴并举的住房保障方式。', '国家有关公共租赁住房的规定', '规定申请条件、标准、程序和监督。'),
    stage: 'numbered', openedDaysAgo: 74, stageDaysAgo: 1, issue: issued(12, 'rent-subsidy'), note: '已编号，待印发。',
  }),
  matter({
    key: 'market-fees', title: '关于进一步规范农贸市场经营秩序的通知', enclosed: null, authority: 'government-office', issuer: 'office', lead: 'market', drafter: 'bai-yuchen',
    facts: { marketRelated: true }, evidence: forMarket, versions: [{ text: 'market-fees-notice', name: '印发稿' }],
    companions: told('规范农贸市场收费和经营秩序。', '《优化营商环境条例》', '规定收费公示、计量、环境和消防要求。'),
    stage: 'issued', openedDaysAgo: 95, stageDaysAgo: 2, issue: issued(12, 'market-fees'), note: '已印发，待公布。',
  }),
  matter({
    key: 'tree-adoption', title: '清宁市城市树木认养管理办法', lead: 'urban', drafter: 'kang-le', evidence: forRights, versions: [{ text: 'tree-adoption', name: '送审稿' }],
    companions: told('鼓励社会力量参与绿化。', '国家有关城市绿化的规定', '规定认养方式、期限和资金管理。'),
    stage: 'rejected', openedDaysAgo: 80, stageDaysAgo: 5, note: '向沿街单位收费没有依据，会议不通过。',
  }),
  matter({
    key: 'trusted-shops', title: '清宁市放心消费示范单位评定办法', authority: 'department', issuer: 'market', lead: 'market', drafter: 'bai-yuchen',
    facts: { marketRelated: true, severalPowers: false }, versions: [{ text: 'trusted-shops', name: '初稿' }],
    stage: 'withdrawn', openedDaysAgo: 40, stageDaysAgo: 12, note: '以评定结果限制参加促消费活动，起草单位主动撤回。',
  }),
  matter({
    key: 'one-window', title: '清宁市政务服务中心综合窗口内部工作规程', carrier: 'notice', enclosed: null, authority: 'department', issuer: 'approvals', lead: 'approvals', drafter: 'xi-chen',
    facts: { affectsRights: false, severalPowers: false }, versions: [{ text: 'one-window', name: '送认定稿' }],
    recognition: {
      proposal: 'not-normative', elements: { maker: true, published: false, rights: false, general: false, repeated: true }, exclusion: '工作制度',
      reasons: '仅规范窗口内部管理，不作为办理事项的依据。', opinion: 'not-normative', opinionReasons: '内部工作制度，不涉及公民、法人和其他组织权利义务。', normative: false,
    },
    stage: 'not-normative', openedDaysAgo: 20, stageDaysAgo: 14, note: '认定为非规范性文件，列入不予认定登记。',
  }),
  matter({
    key: 'safety-key-points', title: '全市冬季安全生产重点工作方案', enclosed: 'plan', lead: 'emergency', drafter: 'ke-yanan', authority: 'government-office', issuer: 'office',
    facts: { affectsRights: false }, versions: [{ text: 'safety-key-points', name: '送认定稿' }],
    recognition: {
      proposal: 'not-normative', elements: { maker: true, published: true, rights: false, general: false, repeated: false }, exclusion: '工作方案',
      reasons: '部署行政机关内部工作任务，不设定相对人义务。', opinion: 'not-normative', opinionReasons: '工作方案，逐条核对未发现对外设定义务的内容。', normative: false,
    },
    stage: 'not-normative', openedDaysAgo: 18, stageDaysAgo: 15, note: '按内容认定，不按名称。',
  }),
  matter({
    key: 'community-canteens', title: '清宁市社区食堂建设运营扶持办法', authority: 'department-with-consent', issuer: 'civil', lead: 'civil', joint: ['finance', 'market'], drafter: 'mo-qianyi',
    facts: { marketRelated: true, money: true }, recognition: null, versions: [], stage: 'opened', openedDaysAgo: 3, stageDaysAgo: 3, note: '直接立项，尚无文本；文本见 community-canteens。',
  }),
  matter({
    key: 'after-school-care', title: '清宁市中小学生校外托管机构管理办法', lead: 'market', drafter: 'bai-yuchen', recognition: null,
    incoming: { sender: '清宁市市场监督管理局', title: '关于报送《清宁市中小学生校外托管机构管理办法（建议稿）》的请示', paperNumber: '清市监〔{year}〕77号' },
    versions: [{ text: 'after-school-care', name: '来文附件' }], stage: 'received', openedDaysAgo: 1, stageDaysAgo: 1, note: '已签收登记，待拟办。',
  }),
  matter({
    key: 'uniform-guidance', title: '关于规范全市中小学校服采购工作的指导意见', carrier: 'opinion', enclosed: null, authority: 'government-office', issuer: 'office', lead: 'education', drafter: 'wu-zihan',
    facts: { marketRelated: true }, recognition: null,
    incoming: {
      sender: '清宁市教育局', title: '关于提请印发《关于规范全市中小学校服采购工作的指导意见》的请示', paperNumber: '清教〔{year}〕52号',
      instruction: { by: 'luo-yaqin', words: '请市教育局牵头，会同市市场监管局、市财政局修改完善后按程序办理。', outcome: 'open', lead: 'education', support: ['market', 'finance'] },
    },
    versions: [{ text: 'uniform-guidance', name: '来文附件' }], stage: 'instructed', openedDaysAgo: 4, stageDaysAgo: 2, note: '已批示分办。',
  }),
  matter({
    key: 'gazetteer-letter', title: '关于征集地方志资料的函', carrier: 'letter', enclosed: null, authority: 'department', issuer: 'office', lead: 'office', drafter: 'gu-pengfei', recognition: null,
    facts: { affectsRights: false, severalPowers: false },
    incoming: {
      sender: '临溪县人民政府办公室', title: '关于征集地方志资料的函', paperNumber: '临政办函〔{year}〕9号',
      instruction: { by: 'qin-shouyi', words: '存查。', outcome: 'file', support: [] },
    },
    stage: 'filed', openedDaysAgo: 11, stageDaysAgo: 10, note: '一般来文，存查。',
  }),
  matter({
    key: 'volunteer-service', title: '关于深化文明实践志愿服务的实施意见', carrier: 'opinion', enclosed: null, authority: 'joint-with-party', issuer: 'office', lead: 'civil', drafter: 'mo-qianyi', recognition: null,
    facts: { affectsRights: false }, stage: 'left-for-party', openedDaysAgo: 22, stageDaysAgo: 17, note: '与市委宣传部联合制发，转入党内程序。',
  }),
  matter({
    key: 'alley-improvement', title: '双塘区背街小巷环境整治以奖代补办法', issuer: 'shuangtang', lead: 'shuangtang-urban', drafter: 'gong-yibo', facts: { money: true }, evidence: forRights,
    versions: [{ text: 'alley-improvement', name: '送审稿' }],
    companions: told('改善背街小巷人居环境，规范奖补资金。', '区财政资金管理的有关规定', '规定整治内容、奖补标准和监督。'),
    stage: 'reviewed-revise', openedDaysAgo: 56, stageDaysAgo: 2, note: '区县模式，两人承担全部审核岗位。',
  }),
]

export const matters: DemoMatter[] = [...scenarios, ...others]
