import type { conclusions, ReviewPoint } from '#app/domain/matter/records.ts'
import type { DispositionKind } from './rounds/types.ts'
import type { TextKey } from './texts.ts'

export type DemoComment = {
  key: string
  locus: string
  /** Words of the text that the comment is about. */
  quote: string
  point: ReviewPoint
  weight: 'must' | 'should' | 'note'
  words: string
  suggestion?: string
  /** An article of the law library. */
  law?: { title: string; label: string }
}

/** A government legality review from the officer to the head. Points without a finding are "none found". */
export type DemoReview = {
  key: string
  matter: string
  version: TextKey
  /** In a department's own document and in a county the middle ranks are absent. */
  chain: { officer: string; sectionHead: string | null; deputyHead: string | null; head: string }
  /** Why one person holds several ranks, where a county has no more people. */
  separationReason?: string
  conclusion: (typeof conclusions)[number]
  comments: DemoComment[]
  findings: { point: ReviewPoint; finding: string }[]
  words: string
  /** What the drafter did with each comment, where an answer was given. */
  answers?: { comment: string; disposition: DispositionKind; reason?: string }[]
}

/** The drafting unit's own legality opinion. */
export type DemoOwnOpinion = {
  matter: string
  version: TextKey
  reviewer: string
  conclusion: 'lawful' | 'unlawful'
  words: string
}

const cityChain = { officer: 'shu-tong', sectionHead: 'yan-mingli', deputyHead: 'xiang-wanqing', head: 'cheng-guodong' }
const secondChain = { ...cityChain, officer: 'wei-zixuan' }
const business = '优化营商环境条例'

const lawful = (
  matter: string,
  version: TextKey,
  words: string,
  chain: DemoReview['chain'] = cityChain,
): DemoReview => ({
  key: `${matter}-review`,
  matter,
  version,
  chain,
  conclusion: 'lawful',
  comments: [],
  findings: [],
  words,
})

export const reviews: DemoReview[] = [
  {
    key: 'signboards-review',
    matter: 'signboards',
    version: 'signboards-v2',
    chain: cityChain,
    conclusion: 'revise',
    comments: [
      {
        key: 'receipt',
        locus: '第十九条',
        quote: '设置人取得设置备案回执后，方可安装大型户外招牌',
        point: 'powers-created',
        weight: 'must',
        words: '以备案回执作为安装的前置条件，具有行政许可性质，没有上位法依据。',
        suggestion: '设置人应当在安装完成后十五日内，通过政务服务平台将结构安全资料告知区（县）城市管理部门。',
        law: { title: business, label: '第三十九条' },
      },
      {
        key: 'inspection',
        locus: '第二十条',
        quote: '符合设置导则要求的，出具设置备案回执',
        point: 'powers-created',
        weight: 'must',
        words: '对备案材料进行实质核查并决定是否出具回执，应当与第十九条一并修改。',
        suggestion: '区（县）城市管理部门收到告知后，应当提供技术指导；发现安全隐患的，告知设置人整改。',
        law: { title: business, label: '第六十四条' },
      },
      {
        key: 'testing',
        locus: '第二十八条',
        quote: '设置人应当每二年组织一次安全检测',
        point: 'rights-reduced',
        weight: 'should',
        words:
          '定期检测的费用由设置人承担，增加了市场主体义务，请说明依据；确有必要的，限于大型户外招牌并说明检测方式可以自行组织。',
        law: { title: business, label: '第六十四条' },
      },
      {
        key: 'title',
        locus: '第一条',
        quote: '《优化营商环境条例》等法律、法规',
        point: 'content',
        weight: 'note',
        words: '依据清单中应当补充《中华人民共和国广告法》，说明户外广告不属于本办法调整范围的理由。',
        law: { title: '中华人民共和国广告法', label: '第四十一条' },
      },
    ],
    findings: [],
    words: '该文件的制定主体、权限和程序符合规定，部分条款应当予以修改后提请审议。',
    answers: [
      { comment: 'receipt', disposition: 'declined', reason: '大型户外招牌坠落风险高，拟保留备案回执，提请会议研究。' },
      { comment: 'inspection', disposition: 'partly', reason: '已明确自收到材料之日起计算的核查时限。' },
      {
        comment: 'testing',
        disposition: 'declined',
        reason: '检测仅限于大型户外招牌，可以自行组织，已在起草说明中写明。',
      },
    ],
  },
  {
    key: 'termite-extension-review',
    matter: 'termite-extension',
    version: 'extension-notice',
    chain: secondChain,
    conclusion: 'unlawful',
    comments: [
      {
        key: 'lapsed',
        locus: '第一自然段',
        quote: '现决定将其有效期延长至2031年6月30日',
        point: 'procedure',
        weight: 'must',
        words:
          '《清宁市白蚁防治管理办法》有效期已于2026年6月30日届满，自动失效。失效的文件不能以延长有效期的方式恢复效力，确需继续实施的，应当重新制定并依法履行程序。',
      },
    ],
    findings: [{ point: 'content', finding: '以通知延长已失效文件的有效期，等同于未经法定程序制定新的规范性文件。' }],
    words: '经审核，该文件不合法，不得提请审议。',
  },
  {
    key: 'alley-improvement-review',
    matter: 'alley-improvement',
    version: 'alley-improvement',
    chain: { officer: 'ao-xue', sectionHead: null, deputyHead: null, head: 'xiong-hui' },
    separationReason: '本局审核岗位仅二人，由局长直接审签。',
    conclusion: 'revise',
    comments: [
      {
        key: 'standards',
        locus: '第六条',
        quote: '其他项目按照审定金额的百分之五十',
        point: 'content',
        weight: 'should',
        words: '奖补标准区分项目过粗，应当明确审定的程序和上限。',
        suggestion: '（三）其他项目按照财政评审金额的百分之五十，且不超过单项标准。',
      },
      {
        key: 'term',
        locus: '第十一条',
        quote: '有效期三年',
        point: 'procedure',
        weight: 'note',
        words: '奖补资金安排应当与区财政中期规划衔接。',
      },
    ],
    findings: [],
    words: '该文件可以制定，建议修改奖补标准后提请区政府常务会议审议。',
  },
  {
    key: 'parking-contract-review',
    matter: 'parking-contract',
    version: 'parking-concession-contract',
    chain: secondChain,
    conclusion: 'revise',
    comments: [
      {
        key: 'guarantee',
        locus: '第五条',
        quote: '由市财政对差额部分给予补足',
        point: 'contract-interest',
        weight: 'must',
        words: '由财政对经营收入兜底，经营风险全部转由政府承担，没有预算安排，应当删去。',
        suggestion: '乙方自主经营、自负盈亏。',
      },
      {
        key: 'exclusive',
        locus: '第六条',
        quote: '甲方不再授权其他经营者',
        point: 'contract-powers',
        weight: 'must',
        words: '十五年内承诺不授权他人建设停车设施，超出甲方职权，并排除其他经营者参与竞争。',
      },
      {
        key: 'liability',
        locus: '第十一条',
        quote: '应当承担违约责任',
        point: 'contract-liability',
        weight: 'should',
        words: '违约责任没有区分情形，未约定乙方改造逾期、中断服务时的责任和甲方接管的条件。',
      },
    ],
    findings: [{ point: 'contract-liability', finding: '争议由乙方所在地仲裁机构仲裁，未写明机构名称，约定不明确。' }],
    words: '合同主体和授权程序符合要求；第五条、第六条修改后方可签订。',
  },
  {
    key: 'gas-penalty-review',
    matter: 'gas-penalty',
    version: 'bottled-gas-penalty',
    chain: { officer: 'du-ruochuan', sectionHead: null, deputyHead: null, head: 'feng-weidong' },
    conclusion: 'unlawful',
    comments: [],
    findings: [
      { point: 'enforcement-law', finding: '处罚依据只写“有关规定”，没有写明违反和适用的条、款、项。' },
      {
        point: 'enforcement-facts',
        finding: '违法所得的计算方法和依据没有写明，送货单据与转账记录的金额相差四千余元。',
      },
      { point: 'enforcement-powers', finding: '认定“情节严重”并吊销许可证，没有说明裁量的理由。' },
    ],
    words: '事实、依据和裁量三处不成立，审核不通过；补充调查、写明依据后重新送审。',
  },
  lawful(
    'platform-contract',
    'platform-service-contract',
    '经审查，合同主体适格，内容合法，权利义务明确，资金已列入预算。',
  ),
  lawful(
    'parking',
    'parking-decision-proposal',
    '经审查，决策事项属于市人民政府权限；听证材料送达不足七日的问题已补正，特许经营的授予方式和期限应当依照公平竞争审查结论调整。',
    secondChain,
  ),
  lawful('elderly', 'elderly-facilities-notice', '经审核，该文件的主体、权限、内容和程序合法。'),
  lawful('road-works', 'road-works-notice', '经审核，该文件未增设许可条件，内容和程序合法。', secondChain),
  lawful('construction-waste', 'construction-waste', '经审核，该文件未限定再生产品的产地和生产企业，内容和程序合法。'),
  lawful('rent-subsidy', 'rent-subsidy', '经审核，补贴条件客观明确，内容和程序合法。', secondChain),
  lawful('heating', 'heating-service', '经审核，该文件内容和程序合法。'),
  lawful('public-toilets', 'public-toilets', '经审核，该文件内容和程序合法。', secondChain),
  lawful('night-market', 'night-market', '经审核，该文件内容和程序合法。'),
  lawful('market-fees', 'market-fees-notice', '经审核，该文件未增加经营者义务，内容和程序合法。', secondChain),
  lawful('maintenance-fund', 'maintenance-fund', '经审核，该文件内容和程序合法。'),
  {
    key: 'tree-adoption-review',
    matter: 'tree-adoption',
    version: 'tree-adoption',
    chain: cityChain,
    conclusion: 'revise',
    comments: [
      {
        key: 'charge',
        locus: '第八条',
        quote: '每株每年缴纳养护费三百元',
        point: 'powers-created',
        weight: 'must',
        words: '以认养名义向沿街单位收费，没有法律、法规依据，应当删去。',
        suggestion: '沿街单位可以自愿认养门前树木。',
        law: { title: business, label: '第二十五条' },
      },
    ],
    findings: [],
    words: '删去收费内容后可以提请审议。',
    answers: [{ comment: 'charge', disposition: 'declined', reason: '养护经费不足，提请会议决定。' }],
  },
  {
    ...lawful('barbecue', 'barbecue-benchmark', '经本局法制机构审核，裁量阶次在法定幅度以内，程序合法。'),
    chain: { officer: 'ning-shuyi', sectionHead: null, deputyHead: null, head: 'lu-zhengyang' },
  },
  {
    ...lawful(
      'truck-access',
      'truck-access',
      '经本局法制机构审核，通行措施有法律依据，电子通行码不构成许可，程序合法。',
    ),
    chain: { officer: 'xun-dan', sectionHead: null, deputyHead: null, head: 'cui-yong' },
  },
  {
    ...lawful('termite', 'termite-measures', '经本局法制机构审核，内容和程序合法。'),
    chain: { officer: 'du-ruochuan', sectionHead: null, deputyHead: null, head: 'feng-weidong' },
  },
]

const own = (matter: string, version: TextKey, reviewer: string, words: string): DemoOwnOpinion => ({
  matter,
  version,
  reviewer,
  conclusion: 'lawful',
  words,
})

export const ownOpinions: DemoOwnOpinion[] = [
  own(
    'signboards',
    'signboards-v2',
    'ning-shuyi',
    '经审核，本办法属于市人民政府职权范围，备案制度系为公共安全设置，未发现违法内容。',
  ),
  own(
    'innovative-firms',
    'innovative-firms-measures',
    'ge-tianyu',
    '经审核，本措施属于市人民政府职权范围；第（八）（九）项按照例外情形处理，未写明实施期限。',
  ),
  own('termite-extension', 'extension-notice', 'du-ruochuan', '经审核，延长有效期有利于工作衔接，未发现违法内容。'),
  own(
    'maintenance-fund',
    'maintenance-fund',
    'du-ruochuan',
    '经审核，本办法与民法典、物业管理条例一致，未发现违法内容。',
  ),
  own(
    'parking',
    'parking-decision-proposal',
    'rong-hao',
    '经审核，收费调整依据充分；特许经营期限和方式提请合法性审查时重点研究。',
  ),
  own(
    'rehabilitation',
    'rehabilitation-rules',
    'lu-xiaohe',
    '经审核，本细则与残疾预防和残疾人康复条例一致，未发现违法内容。',
  ),
  own('frost', 'frost-notice', 'tie-nan', '经审核，本通知系应对灾害的临时措施，停工停业措施需报有权机关批准。'),
  own('elderly', 'elderly-facilities-notice', 'ma-wenxi', '经审核，本办法与老年人权益保障法一致，未发现违法内容。'),
  own('road-works', 'road-works-notice', 'ning-shuyi', '经审核，本通知未设定许可、处罚，未发现违法内容。'),
  own('training-subsidy', 'training-subsidy', 'sang-qi', '经审核，补贴条件客观、非排他，未发现违法内容。'),
  own('temporary-relief', 'temporary-relief', 'ma-wenxi', '经审核，本细则与社会救助法一致，未发现违法内容。'),
  own('construction-waste', 'construction-waste', 'ning-shuyi', '经审核，本办法未限定产地和企业，未发现违法内容。'),
  own('rent-subsidy', 'rent-subsidy', 'du-ruochuan', '经审核，未发现违法内容。'),
  own('alley-improvement', 'alley-improvement', 'bu-fan', '经审核，未发现违法内容。'),
  own('heating', 'heating-service', 'du-ruochuan', '经审核，温度标准和退费规则有合同依据，未发现违法内容。'),
  own('public-toilets', 'public-toilets', 'ning-shuyi', '经审核，未发现违法内容。'),
  own('night-market', 'night-market', 'ning-shuyi', '经审核，未设置差别待遇，未发现违法内容。'),
  own('tree-adoption', 'tree-adoption', 'ning-shuyi', '经审核，认养养护费的依据不足，提请研究。'),
  own('market-fees', 'market-fees-notice', 'tao-anran', '经审核，未发现违法内容。'),
]
