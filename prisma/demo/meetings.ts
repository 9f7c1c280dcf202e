import type { MeetingResult } from '#app/domain/matter/records.ts'
import type { TextKey } from './texts.ts'

export type DemoSpeech = {
  person: string
  post: string
  view: 'agree' | 'agree-with-changes' | 'dissent' | 'explains'
  words: string
  chief?: true
}

/** A change made after the meeting. One of the two wordings stands in the stored text, as `stored` says. */
export type PostMeetingChange = {
  locus: string
  before: string
  after: string
  stored: 'before' | 'after'
  /** Index of the decision that instructs it; null where no decision does. */
  decision: number | null
}

/** One topic of one meeting: its restricted record, the decisions of its minutes, and what changed afterwards. */
export type DemoMeeting = {
  matter: string
  /** Name of the meeting; `{year}` as in the texts. Topics of one meeting share it. */
  meeting: string
  kind: 'executive' | 'plenary' | 'office'
  version: TextKey
  /** Who reports the topic, and who coordinated it. */
  reporter: string
  coordinator: string
  invited: string[]
  attendance: string[]
  /** Absent where the meeting is still to come. */
  speeches: DemoSpeech[]
  result: MeetingResult | null
  minutesNumber?: string
  decisions: { words: string; loci: string[] }[]
  chiefReason?: string
  changes: PostMeetingChange[]
}

const members = [
  'tan-jingyuan',
  'he-wenbo',
  'luo-yaqin',
  'fang-zhiming',
  'su-lin',
  'qin-shouyi',
  'cheng-guodong',
  'lu-zhengyang',
  'feng-weidong',
  'pan-haiyan',
  'lin-chongwen',
]
const mayor = (view: DemoSpeech['view'], words: string): DemoSpeech => ({
  person: '谭静远',
  post: '市长',
  view,
  words,
  chief: true,
})
const reviewReport: DemoSpeech = {
  person: '程国栋',
  post: '市司法局局长',
  view: 'explains',
  words: '汇报合法性审核情况，送审稿主体、权限、内容和程序合法。',
}

export const meetings: DemoMeeting[] = [
  {
    matter: 'parking',
    meeting: '市人民政府{year}年第31次常务会议',
    kind: 'executive',
    version: 'parking-decision-proposal',
    reporter: '林崇文',
    coordinator: 'he-wenbo',
    invited: ['reform', 'police', 'housing', 'market', 'justice', 'invest'],
    attendance: members,
    speeches: [
      {
        person: '林崇文',
        post: '市发改委主任',
        view: 'explains',
        words: '汇报方案起草、听证和风险评估情况，首次评估结论为不可控，补充分区分步实施措施后调整为可控。',
      },
      reviewReport,
      {
        person: '潘海燕',
        post: '市财政局局长',
        view: 'dissent',
        words: '上缴比例固定三十年不变，财政风险难以评估，不赞成现稿。',
      },
      {
        person: '冯卫东',
        post: '市住建局局长',
        view: 'dissent',
        words: '公共停车场产权情况复杂，不宜整体授予一家企业。',
      },
      {
        person: '罗雅琴',
        post: '副市长',
        view: 'dissent',
        words: '三十年排他经营期限过长，且未通过竞争方式选择经营者，建议本次只通过收费调整，特许经营另行论证。',
      },
      { person: '方志鸣', post: '副市长', view: 'dissent', words: '赞成收费调整，不赞成现在确定特许经营者。' },
      { person: '苏霖', post: '副市长、公安局局长', view: 'dissent', words: '收费调整和特许经营应当分开决策。' },
      { person: '贺文博', post: '常务副市长', view: 'agree', words: '同意方案，建议分步实施。' },
      mayor('agree', '原则通过收费调整；特许经营方式和期限按照公平竞争审查意见修改，须向市委请示报告后实施。'),
    ],
    result: 'passed-in-principle',
    minutesNumber: '{year}年第31号',
    decisions: [
      { words: '原则通过收费调整方案，一类区域首小时收费标准由四元调整为三元。', loci: ['二、（三）1.'] },
      {
        words: '特许经营应当通过公开竞争方式选择经营者，期限不超过十年，由市发改委会同市司法局修改。',
        loci: ['三、（五）', '三、（六）'],
      },
      { words: '方案出台前向市委请示报告。', loci: [] },
    ],
    chiefReason:
      '停车收费调整已经听证，继续推迟将影响中心城区停车秩序；不同意见针对特许经营部分，已要求修改，故原则通过。',
    changes: [
      {
        locus: '二、（三）1.',
        before: '一类区域首小时四元，首小时后每半小时三元；',
        after: '一类区域首小时三元，首小时后每半小时三元；',
        stored: 'before',
        decision: 0,
      },
      {
        locus: '三、（五）',
        before: '授予清宁城投停车管理有限公司特许经营',
        after: '通过公开竞争方式选择经营者实施特许经营',
        stored: 'before',
        decision: 1,
      },
      {
        locus: '三、（六）',
        before: '特许经营期限为三十年，期间市人民政府不再授权其他经营者在中心城区从事公共停车泊位经营。',
        after: '特许经营期限不超过十年。',
        stored: 'before',
        decision: 1,
      },
    ],
  },
  {
    matter: 'road-works',
    meeting: '市人民政府{year}年第32次常务会议',
    kind: 'executive',
    version: 'road-works-notice',
    reporter: '陆正阳',
    coordinator: 'fang-zhiming',
    invited: ['urban', 'justice', 'police', 'housing'],
    attendance: members,
    speeches: [
      { person: '陆正阳', post: '市城管局局长', view: 'explains', words: '汇报起草情况和征求意见情况。' },
      reviewReport,
      {
        person: '冯卫东',
        post: '市住建局局长',
        view: 'agree-with-changes',
        words: '提前三个月告知时间偏紧，建议改为六个月。',
      },
      { person: '苏霖', post: '副市长、公安局局长', view: 'agree', words: '同意，中高考期间暂停施工的要求很必要。' },
      mayor('agree', '原则通过，采纳住建局意见，修改后按程序印发。'),
    ],
    result: 'passed-in-principle',
    minutesNumber: '{year}年第32号',
    decisions: [
      { words: '新建、改建、扩建城市道路告知管线建设单位的时间由提前三个月改为提前六个月。', loci: ['二、（二）1.'] },
    ],
    changes: [
      {
        locus: '二、（二）1.',
        before: '应当提前三个月告知管线建设单位',
        after: '应当提前六个月告知管线建设单位',
        stored: 'before',
        decision: 0,
      },
    ],
  },
  {
    matter: 'construction-waste',
    meeting: '市人民政府{year}年第32次常务会议',
    kind: 'executive',
    version: 'construction-waste',
    reporter: '陆正阳',
    coordinator: 'fang-zhiming',
    invited: ['urban', 'justice', 'environment', 'housing'],
    attendance: members,
    speeches: [
      { person: '陆正阳', post: '市城管局局长', view: 'explains', words: '汇报起草情况。' },
      reviewReport,
      {
        person: '潘海燕',
        post: '市财政局局长',
        view: 'agree-with-changes',
        words: '建议删去概算列支的具体表述，执行现行规定即可。',
      },
      mayor('agree', '原则通过，对第四条作文字完善后印发。'),
    ],
    result: 'passed-in-principle',
    minutesNumber: '{year}年第32号',
    decisions: [{ words: '完善第四条关于处置费用的表述。', loci: ['第四条'] }],
    changes: [
      {
        locus: '第四条',
        before: '处置费用列入工程概算。',
        after: '处置费用按照规定列入工程造价。',
        stored: 'before',
        decision: 0,
      },
      {
        locus: '第九条',
        before: '鼓励使用符合标准的建筑垃圾再生产品，不得限定产地和生产企业。',
        after: '应当使用不低于百分之三十的建筑垃圾再生产品。',
        stored: 'before',
        decision: null,
      },
    ],
  },
  {
    matter: 'elderly',
    meeting: '市人民政府{year}年第28次常务会议',
    kind: 'executive',
    version: 'elderly-facilities-notice',
    reporter: '万素兰',
    coordinator: 'luo-yaqin',
    invited: ['civil', 'justice', 'planning', 'finance'],
    attendance: members,
    speeches: [
      { person: '万素兰', post: '市民政局局长', view: 'explains', words: '汇报起草情况和民生需求。' },
      reviewReport,
      { person: '潘海燕', post: '市财政局局长', view: 'agree', words: '同意，运营补助在预算中安排。' },
      { person: '方志鸣', post: '副市长', view: 'agree-with-changes', words: '委托运营期限建议明确一般不超过五年。' },
      mayor('agree', '原则通过，按照会议意见修改后印发。'),
    ],
    result: 'passed-in-principle',
    minutesNumber: '{year}年第28号',
    decisions: [{ words: '明确一次委托运营期限一般不超过五年。', loci: ['第十二条'] }],
    changes: [
      {
        locus: '第十二条',
        before: '一次委托期限由双方约定。',
        after: '一次委托期限一般不超过五年。',
        stored: 'after',
        decision: 0,
      },
    ],
  },
  {
    matter: 'rent-subsidy',
    meeting: '市人民政府{year}年第30次常务会议',
    kind: 'executive',
    version: 'rent-subsidy',
    reporter: '冯卫东',
    coordinator: 'fang-zhiming',
    invited: ['housing', 'justice', 'finance', 'civil'],
    attendance: members,
    speeches: [
      { person: '冯卫东', post: '市住建局局长', view: 'explains', words: '汇报起草情况。' },
      reviewReport,
      { person: '潘海燕', post: '市财政局局长', view: 'agree', words: '同意，资金已有安排。' },
      mayor('agree', '通过。'),
    ],
    result: 'passed',
    minutesNumber: '{year}年第30号',
    decisions: [{ words: '通过《清宁市公共租赁住房租赁补贴办法》，按程序印发。', loci: [] }],
    changes: [],
  },
  ...(
    [
      ['public-toilets', 'public-toilets', '陆正阳', 'urban', '第30次', '第30号', '清宁市城市公共厕所开放服务管理办法'],
      ['night-market', 'night-market', '陆正阳', 'urban', '第30次', '第30号', '清宁市夜间经济集聚区服务管理办法'],
      [
        'market-fees',
        'market-fees-notice',
        '霍建平',
        'market',
        '第28次',
        '第28号',
        '关于进一步规范农贸市场经营秩序的通知',
      ],
      [
        'maintenance-fund',
        'maintenance-fund',
        '冯卫东',
        'housing',
        '第46次',
        '第46号',
        '清宁市住宅专项维修资金管理办法',
      ],
    ] as const
  ).map(
    ([matter, version, reporter, unit, session, number, title]): DemoMeeting => ({
      matter,
      meeting: `市人民政府{year}年${session}常务会议`,
      kind: 'executive',
      version,
      reporter,
      coordinator: 'fang-zhiming',
      invited: [unit, 'justice'],
      attendance: members,
      speeches: [
        { person: reporter, post: '起草单位主要负责人', view: 'explains', words: '汇报起草情况。' },
        reviewReport,
        { person: '贺文博', post: '常务副市长', view: 'agree', words: '同意。' },
        mayor('agree', '通过。'),
      ],
      result: 'passed',
      minutesNumber: `{year}年${number}`,
      decisions: [{ words: `通过《${title}》，按程序印发。`, loci: [] }],
      changes: [],
    }),
  ),
  {
    matter: 'tree-adoption',
    meeting: '市人民政府{year}年第31次常务会议',
    kind: 'executive',
    version: 'tree-adoption',
    reporter: '陆正阳',
    coordinator: 'fang-zhiming',
    invited: ['urban', 'justice', 'finance'],
    attendance: members,
    speeches: [
      { person: '陆正阳', post: '市城管局局长', view: 'explains', words: '汇报起草情况和养护经费缺口。' },
      {
        person: '程国栋',
        post: '市司法局局长',
        view: 'dissent',
        words: '第八条向沿街单位收费没有依据，审核意见要求删去，起草单位未采纳。',
      },
      { person: '罗雅琴', post: '副市长', view: 'dissent', words: '认养应当自愿，不赞成现稿。' },
      { person: '潘海燕', post: '市财政局局长', view: 'dissent', words: '没有收费依据，养护经费应当通过预算解决。' },
      mayor('dissent', '不通过，养护经费由财政统筹研究。'),
    ],
    result: 'rejected',
    minutesNumber: '{year}年第31号',
    decisions: [{ words: '不通过《清宁市城市树木认养管理办法》。', loci: [] }],
    changes: [],
  },
  {
    matter: 'heating',
    meeting: '市人民政府{year}年第33次常务会议',
    kind: 'executive',
    version: 'heating-service',
    reporter: '冯卫东',
    coordinator: 'fang-zhiming',
    invited: ['housing', 'justice', 'reform'],
    attendance: members,
    speeches: [],
    result: null,
    decisions: [],
    changes: [],
  },
  {
    matter: 'barbecue',
    meeting: '市城市管理局{year}年第3次局长办公会议',
    kind: 'office',
    version: 'barbecue-benchmark',
    reporter: '薛枫',
    coordinator: 'song-yiran',
    invited: [],
    attendance: ['lu-zhengyang', 'song-yiran', 'xue-feng', 'ning-shuyi', 'kang-le'],
    speeches: [
      { person: '薛枫', post: '市容科科长', view: 'explains', words: '汇报裁量阶次的划分。' },
      { person: '宁舒怡', post: '法规科科长', view: 'explains', words: '汇报合法性审核情况。' },
      { person: '陆正阳', post: '局长', view: 'agree', words: '通过。', chief: true },
    ],
    result: 'passed',
    minutesNumber: '{year}年第3号',
    decisions: [{ words: '通过《清宁市露天烧烤和餐饮油烟行政处罚裁量基准》。', loci: [] }],
    changes: [],
  },
  {
    matter: 'termite',
    meeting: '市住房和城乡建设局{year}年第9次局长办公会议',
    kind: 'office',
    version: 'termite-measures',
    reporter: '沈佳懿',
    coordinator: 'cai-zhiheng',
    invited: [],
    attendance: ['feng-weidong', 'cai-zhiheng', 'shen-jiayi', 'du-ruochuan'],
    speeches: [
      { person: '沈佳懿', post: '物业科科长', view: 'explains', words: '汇报起草情况。' },
      { person: '冯卫东', post: '局长', view: 'agree', words: '通过。', chief: true },
    ],
    result: 'passed',
    minutesNumber: '{year}年第9号',
    decisions: [{ words: '通过《清宁市白蚁防治管理办法》。', loci: [] }],
    changes: [],
  },
]
