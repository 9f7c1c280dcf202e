import type { DemoAnswer, DemoDisposition, DemoOpinion, DemoRound } from './types.ts'

/** The reason says how it stands beside what another unit wanted of the same clause. */
const adopted = (landsIn: string, reason?: string): DemoDisposition => ({
  kind: 'adopted',
  landsIn,
  ...(reason && { reason }),
})
const partly = (landsIn: string, reason: string): DemoDisposition => ({ kind: 'partly', landsIn, reason })
const not = (reason: string): DemoDisposition => ({ kind: 'declined', reason })

type Line = [locus: string | null, opinion: string, wording: string | null, disposition: DemoDisposition]

const lines = (unit: string, rows: Line[]): DemoOpinion[] =>
  rows.map(([locus, opinion, wording, disposition], index) => ({
    key: `${unit}-${index + 1}`,
    locus,
    opinion,
    ...(wording === null ? {} : { wording }),
    disposition,
  }))

const answer = (unit: string, day: number, form: DemoAnswer['form'], rows: Line[], reference?: string): DemoAnswer => ({
  unit,
  kind: 'agree-with-changes',
  day,
  form,
  ...(reference ? { reference } : {}),
  opinions: lines(unit, rows),
})
const plain = (
  unit: string,
  kind: DemoAnswer['kind'],
  day: number,
  form: DemoAnswer['form'],
  reference?: string,
): DemoAnswer => ({
  unit,
  kind,
  day,
  form,
  ...(reference ? { reference } : {}),
  opinions: [],
})

const market = answer(
  'market',
  5,
  'letter',
  [
    [
      '第三条',
      '“标识”与商标注册意义上的标识容易混淆，建议明确招牌上使用注册商标不属于发布广告。',
      null,
      not('第十四条第二款已允许使用依法注册的商标、服务标识，无须重复。'),
    ],
    [
      '第六条',
      '市场监督管理部门的职责表述笼统，建议写明查处广告违法行为和不正当竞争行为。',
      '市场监督管理部门负责依法查处广告违法行为和户外招牌制作安装单位的不正当竞争行为。',
      adopted('第六条'),
    ],
    [
      '第十三条',
      '“一店一牌”与实际需要不符，限制经营者自主表达，建议允许主招牌和侧招牌各一块。',
      '一个经营场所可以在主立面设置一块主招牌和一块侧招牌；',
      adopted('第十三条'),
    ],
    [
      '第十四条',
      '要求招牌内容与登记名称一致没有法律依据，建议删去，改为真实、合法的要求。',
      '户外招牌的内容应当真实、合法，使用规范汉字，不得含有误导公众的内容。',
      adopted('第十四条'),
    ],
    [
      '第十九条',
      '以备案回执作为办理住所变更登记的前置条件，增加了登记条件，应当删去。',
      '',
      partly('第十九条', '删去与登记事项挂钩的内容；大型户外招牌涉及公共安全，备案程序予以保留。'),
    ],
    [
      '第三十四条',
      '建议明确可以共享的信息为登记注册信息，避免共享范围过宽。',
      null,
      not('信息共享的具体目录由政务数据共享规定确定，不宜在本办法中列举。'),
    ],
  ],
  '清市监函〔{year}〕1号',
)

const housing = answer(
  'housing',
  6,
  'letter',
  [
    [
      '第六条',
      '建议单列住房和城乡建设部门的职责，限于指导附着设施的结构安全和物业服务企业巡查。',
      '住房和城乡建设部门负责指导建筑物外立面附着设施的结构安全和物业服务企业的巡查工作。',
      adopted('第六条', '各部门职责分句写明，与其他部门的意见并存。'),
    ],
    [
      '第十七条',
      '建筑设计阶段考虑招牌荷载可行，建议增加“既有建筑改造的参照执行”。',
      null,
      not('既有建筑改造情况差异较大，宜在设置导则中区分规定。'),
    ],
    [
      '第十九条',
      '备案范围不应缩小。小型招牌坠落同样伤人，建议全部备案，并在安装后由城市管理部门现场核验。',
      '设置户外招牌，应当在安装前备案，安装后由城市管理部门现场核验。',
      not('对全部招牌实行备案和核验，增加经营者负担且缺乏上位法依据；安全责任由第四章规定。'),
    ],
    [
      '第二十二条',
      '“具有相应能力”的表述不明确，建议改为执行国家有关工程资质的规定。',
      null,
      not('钢结构、幕墙附着工程的资质要求由有关法律、行政法规规定，不宜以规范性文件扩大适用范围。'),
    ],
    [
      '第三十一条',
      '物业服务企业不是执法主体，不应当承担户外招牌的巡查义务，建议删去本条。',
      '',
      partly('第三十一条', '民法典第九百四十二条规定了物业服务人制止和报告的义务，故保留，但限于合同约定的共有部分。'),
    ],
    [
      '第二十五条',
      '拆除期限十五日过短，建议改为三十日，并明确建筑物管理人的督促责任以合同约定为准。',
      '应当自停止使用之日起三十日内自行拆除',
      adopted('第二十五条'),
    ],
  ],
  '清建函〔{year}〕2号',
)

const fire = answer(
  'fire',
  7,
  'letter',
  [
    [
      '第六条',
      '消防救援机构的职责应当限于消防法规定的事项，不宜概括表述为“做好管理有关工作”。',
      '消防救援机构负责依法查处占用、堵塞消防通道等违法行为。',
      adopted('第六条', '各部门职责分句写明，与其他部门的意见并存。'),
    ],
    [
      '第十五条',
      '建议增加不得遮挡外墙排烟窗、消防救援窗口的内容。',
      '（三）占用、遮挡疏散通道、安全出口、消防救援窗口、消防车通道或者影响逃生、灭火救援的；',
      not('“影响逃生、灭火救援”已经涵盖遮挡排烟窗和救援窗口的情形，可以在设置导则中细化。'),
    ],
    ['第三十条', '建议明确招牌应当使用不燃、难燃材料。', null, not('材料燃烧性能由国家标准规定，设置导则将予以引用。')],
    [
      '第三十七条',
      '同意援引消防法第六十条，建议同时写明对个人的处罚依据相应款项。',
      null,
      not('援引至条即可，具体款项由执法机构依照案件事实适用。'),
    ],
    [
      '第二十九条',
      '灾害性天气断电措施同意，建议增加设置人应当保存断电操作记录。',
      null,
      not('增加记录义务缺乏依据，对小微经营者负担较重。'),
    ],
  ],
  '清消函〔{year}〕3号',
)

const approvals = answer('approvals', 4, 'sent', [
  [
    '第十九条',
    '备案回执与安装行为挂钩，实质上是许可，与《优化营商环境条例》第三十九条不一致，建议取消事前备案，改为安装后十五日内告知。',
    '设置户外招牌的，可以在安装完成后十五日内通过政务服务平台告知区（县）城市管理部门。',
    partly('第十九条', '备案范围缩小到大型户外招牌，材料减少一项；事前备案出于公共安全考虑予以保留。'),
  ],
  ['第十九条', '“行政审批服务部门不予办理相关事项”没有法律依据，应当删去。', '', adopted('第十九条')],
  ['第十九条', '建筑物所有权人或者管理人出具的同意设置证明，可以由设置人书面承诺代替。', '', adopted('第十九条')],
  [
    '第二十条',
    '核查时限建议缩短为三个工作日，与其他备案事项一致。',
    '应当在三个工作日内进行核查。',
    adopted('第二十条'),
  ],
  [
    '第七条',
    '建议明确在政务服务平台公开的同时，在实体大厅提供线下咨询。',
    null,
    not('线下咨询渠道属于日常服务安排，可以在实施中落实。'),
  ],
])

const police = answer('police', 5, 'sent', [
  [
    '第六条',
    '公安机关与户外招牌没有直接职责，建议删去或者限于交通安全设施的保护。',
    null,
    not('第十五条涉及交通安全设施、交通标志，需要公安机关配合，保留概括表述。'),
  ],
  [
    '第十五条',
    '第一项建议增加电子警察、治安监控设施。',
    '（一）利用交通安全设施、交通标志、公共安全视频监控设施、消防设施、消防安全标志的；',
    not('公共安全视频监控设施由专门规定保护，此处不作列举。'),
  ],
  ['第十六条', '与交通信号灯近似的表述同意，建议增加不得使用警灯样式。', null, not('警灯样式由法律、法规另行规定。')],
])

const planning = answer('planning', 6, 'sent', [
  [
    '第九条',
    '设置导则应当与城市设计衔接，建议由自然资源和规划部门联合编制。',
    null,
    not('第九条已明确会同编制，牵头部门不变。'),
  ],
  [
    '第十条',
    '第一项建议增加招牌之间的间距要求。',
    '（一）不同类型建筑物外立面户外招牌的位置、规格、数量和间距；',
    adopted('第十条'),
  ],
  ['第十条', '建议在设置导则中明确历史文化街区以外的重点景观街道。', null, not('“等区域”已包含重点景观街道。')],
  ['第十七条', '建议建设工程设计方案审查时一并提供招牌位置图。', null, not('增加规划许可的申请材料缺乏依据。')],
])

const culture = answer('culture', 7, 'sent', [
  [
    '第十一条',
    '建议明确历史建筑上的招牌同样应当符合保护规定。',
    '历史文化街区、文物保护单位建设控制地带、不可移动文物和历史建筑上的户外招牌，',
    not('历史建筑由“历史文化名城保护的有关规定”涵盖。'),
  ],
  [
    '第十四条',
    '建议保留与登记名称一致的要求，防止招牌内容低俗、误导游客。',
    '户外招牌的内容应当与设置人依法登记的名称、字号一致。',
    not('要求一致没有法律依据，且与市场监督管理部门意见相反；误导公众的内容已由修改后的第十四条禁止。'),
  ],
  [
    '第二十四条',
    '整治应当保护老字号招牌的传统样式，建议增加一款。',
    '对老字号招牌，应当保留其传统样式和匾额。',
    not('“尊重设置人的合理诉求”已经包括保留传统样式，拟在设置导则中专门规定。'),
  ],
  ['第八条', '建议增加文化创意设计单位参与。', null, not('鼓励性条款不逐一列举主体。')],
])

const environment = answer('environment', 5, 'sent', [
  [
    '第十六条',
    '光污染投诉逐年增加，建议明确临近居民住宅的招牌夜间关闭或者降低亮度的时间。',
    '临近居民住宅的，二十二时至次日六时应当关闭照明或者降低亮度。',
    adopted('第十六条'),
  ],
  ['第十条', '建议设置导则规定招牌的能效要求。', null, not('节能要求由国家标准规定，导则引用即可。')],
  ['第四条', '“节能环保”原则同意，建议在条文中有相应制度支撑。', null, not('第十条、第十六条已有相应规定。')],
  ['第二十七条', '建议增加废旧灯箱、电池的回收处置要求。', null, not('固体废物的处置由法律、行政法规规定，不重复。')],
])

const weather = answer(
  'weather',
  4,
  'letter',
  [
    [
      '第二十九条',
      '预警信号应当写明灾种，气象主管机构所属的气象台站统一简称气象台站即可。',
      '气象台站发布大风、雷电橙色以上预警信号的',
      adopted('第二十九条'),
    ],
    [
      '第二十七条',
      '建议对高层建筑上的金属招牌增加防雷要求。',
      null,
      not('防雷要求依照防雷技术标准执行，不在本办法中重复。'),
    ],
  ],
  '清气函〔{year}〕4号',
)

const finance = answer('finance', 6, 'sent', [
  [
    '第二十四条',
    '“同级财政承担”表述不准确，应当由组织实施的人民政府承担并列入预算。',
    '所需费用由组织实施的人民政府承担，列入同级预算。',
    adopted('第二十四条'),
  ],
  ['第七条', '免费技术咨询不新增机构和人员经费，建议说明由现有力量承担。', null, not('属于实施安排，不在文件中规定。')],
  ['第三十二条', '鼓励投保不涉及财政补贴，请在起草说明中写明。', null, { kind: 'adopted', landsIn: '起草说明' }],
])

const disabled = answer('disabled', 3, 'sent', [
  [
    '第十条',
    '建议设置导则增加无障碍标识和盲道避让的要求。',
    '（四）无障碍标识和盲道避让的要求；',
    adopted('第十条', '与其他单位提出的内容分项写明，互不影响。'),
  ],
  ['第十五条', '第二项同意，建议增加不得影响盲文标牌、提示盲道。', null, not('“无障碍设施”已经涵盖。')],
])

const reform = answer('reform', 4, 'sent', [
  [
    '第十九条',
    '备案事项未列入政务服务事项目录，请核对依据。',
    null,
    partly('第十九条', '已缩小备案范围并减少材料，目录调整由行政审批服务部门办理。'),
  ],
  ['第四十四条', '三十日适应期同意，建议在解读中提示过渡安排。', null, { kind: 'adopted', landsIn: '政策解读' }],
])

const signMakers = answer(
  'sign-makers',
  8,
  'letter',
  [
    ['第二十三条', '自主选择设计、制作单位的规定很好，请务必保留。', null, adopted('第二十三条')],
    [
      '第二十八条',
      '大型招牌设置满二年即每年检测，频次过高，建议满三年后每二年检测一次。',
      '大型户外招牌设置满三年的，设置人应当每二年组织一次安全检测；',
      adopted('第二十八条'),
    ],
    [
      '第四十条',
      '存量招牌一年内整改时间不足，制作旺季难以完成，建议两年。',
      '设置人应当自本办法施行之日起二年内完成整改；',
      adopted('第四十条'),
    ],
    [
      '第二十二条',
      '大型招牌的面积标准建议提高到二十平方米。',
      '前款所称大型户外招牌，是指单块面积超过二十平方米',
      not('十平方米为多数城市采用的标准，且与第二十八条安全检测衔接。'),
    ],
    ['第八条', '协会愿意承担自律规范的制定工作，建议写明协会名称。', null, not('不宜在规范性文件中指定具体协会。')],
  ],
  '清标协函〔{year}〕5号',
)

const linxi = answer(
  'linxi',
  7,
  'letter',
  [
    ['第四十二条', '县城以外的镇执法力量不足，“可以参照执行”同意。', null, adopted('第四十二条')],
    ['第五条', '建议明确乡镇人民政府的协助职责以赋权清单为限。', null, not('协助职责不涉及执法权，赋权清单另行规定。')],
    [
      '第三十五条',
      '七个工作日答复全部投诉难以做到，建议区分实名和匿名。',
      '实名投诉、举报的，应当将处理结果答复投诉人、举报人。',
      adopted('第三十五条'),
    ],
  ],
  '临政函〔{year}〕6号',
)

const shuangtang = answer(
  'shuangtang',
  7,
  'letter',
  [
    [
      '第三十一条',
      '物业服务企业最先发现隐患，建议进一步强化，规定未报告的由住房和城乡建设部门通报。',
      '物业服务企业未履行巡查、报告义务的，由住房和城乡建设部门予以通报。',
      not('设定通报批评属于设定行政处罚，规范性文件无权规定；且与住房和城乡建设部门意见相反，已按合同约定的范围处理。'),
    ],
    [
      '第三十三条',
      '街道办事处没有户外招牌执法权，“移送”程序建议明确时限。',
      null,
      not('移送时限由街道与区城市管理部门的工作机制确定。'),
    ],
    [
      '第三十八条',
      '建议授权城市管理部门对拒不消除隐患的招牌代为拆除。',
      '逾期未消除的，城市管理部门可以代为拆除，所需费用由设置人承担。',
      not('代履行属于行政强制执行，由法律设定，规范性文件不得规定。'),
    ],
    [
      '第四十条',
      '建议整改期间由政府提供指导，避免基层“一刀切”。',
      '整改期间，城市管理部门应当提供指导，不得要求设置人使用特定的样式或者制作单位。',
      adopted('第四十条', '整改期限和整改期间的指导分两款写明。'),
    ],
  ],
  '双政函〔{year}〕7号',
)

const zone = answer('zone', 5, 'sent', [
  [
    '第四十一条',
    '开发区管理机构的监督管理职责同意，建议明确执法权限来源。',
    null,
    not('执法权限由市人民政府另行确定，本条不作规定。'),
  ],
  ['第二条', '开发区未建成区域是否适用，建议明确。', null, not('适用范围为城市建成区，未建成区域可以参照第四十二条。')],
])

export const signboardsFirst: DemoRound = {
  key: 'signboards-first',
  matter: 'signboards',
  version: 'signboards-v1',
  deadlineDays: 7,
  consulted: [
    'market',
    'housing',
    'fire',
    'approvals',
    'police',
    'planning',
    'culture',
    'environment',
    'weather',
    'finance',
    'disabled',
    'reform',
    'sign-makers',
    'linxi',
    'shuangtang',
    'zone',
    'transport',
    'labour',
    'civil',
    'education',
    'emergency',
    'tax',
    'party',
    'industry',
  ],
  answers: [
    market,
    housing,
    fire,
    approvals,
    police,
    planning,
    culture,
    environment,
    weather,
    finance,
    disabled,
    reform,
    signMakers,
    linxi,
    shuangtang,
    zone,
    plain('transport', 'no-objection', 3, 'sent'),
    plain('labour', 'no-objection', 2, 'sent'),
    plain('civil', 'agree', 4, 'sent'),
    plain('education', 'no-objection', 6, 'sent'),
    plain('emergency', 'agree', 5, 'sent'),
    plain('tax', 'not-concerned', 3, 'letter', '清税函〔{year}〕8号'),
    plain('party', 'no-objection', 9, 'telephone'),
  ],
  reminders: [
    { unit: 'party', day: 8, note: '电话催办，答复次日回函，无不同意见。' },
    { unit: 'industry', day: 8, note: '电话催办，经办人外出，至今未复。' },
    { unit: 'sign-makers', day: 7, note: '电话催办，当日已寄出。' },
  ],
}

export const signboardsSecond: DemoRound = {
  key: 'signboards-second',
  matter: 'signboards',
  version: 'signboards-v2',
  deadlineDays: 5,
  consulted: ['market', 'housing', 'fire', 'approvals', 'finance'],
  answers: [
    plain('market', 'agree', 2, 'letter', '清市监函〔{year}〕9号'),
    plain('housing', 'no-objection', 3, 'letter', '清建函〔{year}〕10号'),
    plain('fire', 'no-objection', 3, 'letter', '清消函〔{year}〕11号'),
    answer('approvals', 4, 'sent', [
      [
        '第十九条',
        '大型户外招牌的备案回执仍为安装的前置条件，意见同第一轮。',
        '大型户外招牌安装完成后十五日内，设置人应当将结构安全资料告知区（县）城市管理部门。',
        not('公共安全需要，提请合法性审核时予以说明。'),
      ],
    ]),
    plain('finance', 'agree', 2, 'sent'),
  ],
}
