import type { DemoAnswer, DemoDisposition, DemoOpinion, DemoRound } from './types.ts'

const adopted = (landsIn: string): DemoDisposition => ({ kind: 'adopted', landsIn })
const not = (reason: string): DemoDisposition => ({ kind: 'declined', reason })
const quiet = (unit: string, kind: DemoAnswer['kind'], day: number, form: DemoAnswer['form'] = 'sent'): DemoAnswer => ({
  unit,
  kind,
  day,
  form,
  opinions: [],
})
const changes = (unit: string, day: number, form: DemoAnswer['form'], opinions: DemoOpinion[]): DemoAnswer => ({
  unit,
  kind: 'agree-with-changes',
  day,
  form,
  opinions,
})

/** Two departments each say that the old compounds are the other's. The last opinions wait for the dispute to be settled. */
export const electricBicyclesFirst: DemoRound = {
  key: 'electric-bicycles-first',
  matter: 'electric-bicycles',
  version: 'electric-bicycles-v1',
  deadlineDays: 7,
  consulted: [
    'fire',
    'police',
    'urban',
    'market',
    'finance',
    'reform',
    'planning',
    'emergency',
    'transport',
    'linxi',
    'shuangtang',
    'north-gate',
  ],
  answers: [
    {
      unit: 'fire',
      kind: 'object',
      day: 5,
      form: 'letter',
      reference: '清消函〔{year}〕21号',
      opinions: [
        {
          key: 'fire-1',
          locus: '第六条',
          opinion:
            '老旧住宅小区公共区域的停放秩序不属于消防监督检查职责，应当由城市管理部门查处；消防救援机构只查处占用、堵塞消防车通道、疏散通道、安全出口的行为。',
          wording: '老旧住宅小区公共区域电动自行车违规停放、充电行为的查处，由城市管理部门负责。',
        },
        {
          key: 'fire-2',
          locus: '第三十六条',
          opinion: '罚款数额超出《中华人民共和国消防法》第六十条规定的幅度，个人的上限为五百元，应当修改。',
          wording: '由消防救援机构依照《中华人民共和国消防法》第六十条的规定处罚。',
          disposition: {
            kind: 'partly',
            landsIn: '第三十六条',
            reason: '已援引消防法第六十条；个人罚款数额按照会议意见另行研究。',
          },
        },
        {
          key: 'fire-3',
          locus: '第十三条',
          opinion: '视频监控设备不宜作为强制要求。',
          wording: '（三）配备必要的消防设施、器材，鼓励安装视频监控设备；',
          disposition: adopted('第十三条'),
        },
      ],
    },
    {
      unit: 'urban',
      kind: 'object',
      day: 6,
      form: 'sent',
      opinions: [
        {
          key: 'urban-1',
          locus: '第六条',
          opinion:
            '住宅小区属于业主共有区域，城市管理部门没有进入小区查处停放、充电行为的法定职责；火灾隐患应当由消防救援机构和公安派出所查处。',
          wording: '老旧住宅小区公共区域电动自行车违规停放、充电行为的查处，由消防救援机构负责。',
        },
        {
          key: 'urban-2',
          locus: '第三十七条',
          opinion: '携带电动自行车进入电梯的罚款没有上位法依据，规范性文件不得设定处罚。',
          wording: '携带电动自行车或者其蓄电池进入载人电梯的，由物业服务企业劝阻。',
          disposition: adopted('第三十七条'),
        },
      ],
    },
    changes('police', 4, 'sent', [
      {
        key: 'police-1',
        locus: '第五条',
        opinion: '公安派出所的消防监督检查范围由上级规定，建议保留“按照规定”。',
        disposition: adopted('第五条'),
      },
      {
        key: 'police-2',
        locus: '第三十三条',
        opinion: '三家联合检查的牵头单位应当明确。',
        wording: '消防救援机构应当会同公安派出所、城市管理部门建立联合检查和信息通报制度，',
      },
    ]),
    changes('market', 5, 'letter', [
      {
        key: 'market-1',
        locus: '第三十四条',
        opinion: '监督抽查结果的公布依照有关规定执行，建议删去“本市”。',
        disposition: not('本规定的适用范围为本市，表述不影响执行。'),
      },
    ]),
    changes('transport', 5, 'sent', [
      {
        key: 'transport-1',
        locus: '第二十四条',
        opinion: '外卖骑手的车辆多为自有，企业难以定期检查，应当限于其所有或者统一配发的车辆。',
        wording: '从事快递、外卖等业务的企业应当对其所有或者统一配发的电动自行车进行定期检查，',
        disposition: adopted('第二十四条'),
      },
    ]),
    changes('shuangtang', 7, 'letter', [
      {
        key: 'shuangtang-1',
        locus: '第十一条',
        opinion: '架空层一律排除，老旧小区将无处可建，建议允许符合防火要求的架空层。',
        wording: '（一）利用小区公共空地、符合防火要求的架空层等场地；',
        disposition: adopted('第十一条'),
      },
      {
        key: 'shuangtang-2',
        locus: '第三十二条',
        opinion: '三个工作日处理过紧，建议五个工作日，紧急情况立即处理。',
        wording: '接到投诉、举报后，应当在五个工作日内处理；存在现实火灾危险的，应当立即处理。',
        disposition: adopted('第三十二条'),
      },
    ]),
    changes('north-gate', 7, 'letter', [
      {
        key: 'north-gate-1',
        locus: '第二十八条',
        opinion: '没有管理人的由街道落实管理责任，街道没有经费和人员，建议由区政府统筹。',
        wording: '没有管理人的，由区（县）人民政府统筹落实管理责任。',
      },
    ]),
    quiet('finance', 'agree', 3),
    quiet('reform', 'no-objection', 4),
    quiet('planning', 'no-objection', 6),
    quiet('emergency', 'agree', 5),
    quiet('linxi', 'no-objection', 7, 'letter'),
  ],
}

/** 争议主要问题、有关单位意见、承办单位意见、理由和依据: the four fields of 重大行政决策程序暂行条例 第十三条, used by analogy. */
export const electricBicyclesDispute = {
  matter: 'electric-bicycles',
  locus: '第六条',
  question: '老旧住宅小区公共区域电动自行车违规停放、充电行为由哪个部门查处。',
  views: [
    { unit: 'fire', view: '停放秩序由城市管理部门负责，消防救援机构只查处占用、堵塞通道的行为。' },
    { unit: 'urban', view: '小区内不属于城市管理范围，火灾隐患由消防救援机构和公安派出所负责。' },
  ],
  leadView: '按照行为性质区分：占用、堵塞通道的由消防救援机构查处，其他行为由街道组织劝导并移送。',
  grounds: '《中华人民共和国消防法》第二十八条、第六十条规定了占用、堵塞通道的查处主体；其他行为没有统一的执法主体。',
  coordinator: 'bao-huimin',
  outcome: '原则同意承办单位意见，由市住建局修改第六条后再送两单位确认。',
}

export const innovativeFirms: DemoRound = {
  key: 'innovative-firms-first',
  matter: 'innovative-firms',
  version: 'innovative-firms-measures',
  deadlineDays: 7,
  consulted: ['finance', 'tax', 'market', 'reform', 'planning', 'labour', 'linxi', 'zone'],
  answers: [
    changes('finance', 6, 'sent', [
      {
        key: 'finance-1',
        locus: '三、（八）',
        opinion: '奖励与纳税额挂钩，不符合国家关于清理财政奖补的要求，建议改为按照研发投入给予补助。',
        wording: '（八）按照企业年度研发投入增量给予补助，具体标准另行制定。',
        disposition: not('与税收贡献挂钩有利于引导企业扩大生产，拟按照例外情形保留。'),
      },
      {
        key: 'finance-2',
        locus: '六、（十九）',
        opinion: '分担比例应当与现行财政体制一致，同意。',
        disposition: adopted('六、（十九）'),
      },
    ]),
    changes('tax', 5, 'letter', [
      {
        key: 'tax-1',
        locus: '三、（八）',
        opinion:
          '不得违反法律、行政法规规定作出同税收法律、行政法规相抵触的决定（《中华人民共和国税收征收管理法》第三条），建议删去。',
        wording: '',
        disposition: not('本条为财政奖励，不涉及减税、免税。'),
      },
    ]),
    changes('market', 6, 'letter', [
      {
        key: 'market-1',
        locus: '三、（九）',
        opinion: '要求承诺不迁出，妨碍经营者迁出，属于《公平竞争审查条例》第九条第一项禁止的内容，应当删去。',
        wording: '',
        disposition: not('拟适用《公平竞争审查条例》第十二条第二项。'),
      },
      {
        key: 'market-2',
        locus: '一、（三）',
        opinion: '“研究确定”入库名单没有明确条件，建议公布客观、非排他的入库标准。',
        wording: '（三）建立市级专精特新培育库，凡符合公布条件的企业自愿申请即可入库。',
        disposition: adopted('一、（三）'),
      },
    ]),
    changes('linxi', 7, 'letter', [
      {
        key: 'linxi-1',
        locus: '六、（十九）',
        opinion: '县级财政困难，建议市级承担百分之七十。',
        disposition: not('分担比例由财政体制确定，不在本措施中规定。'),
      },
    ]),
    quiet('reform', 'agree', 4),
    quiet('planning', 'no-objection', 5),
    quiet('labour', 'no-objection', 3),
    quiet('zone', 'agree', 6),
  ],
}

export const rehabilitation: DemoRound = {
  key: 'rehabilitation-first',
  matter: 'rehabilitation',
  version: 'rehabilitation-rules',
  deadlineDays: 7,
  consulted: ['civil', 'finance', 'labour', 'education', 'linxi', 'shuangtang'],
  answers: [
    changes('civil', 5, 'sent', [
      {
        key: 'civil-1',
        locus: '第七条',
        opinion: '困难身份由民政部门的信息系统核验，不应要求村民委员会、居民委员会出具困难证明。',
        wording: '（四）本人签署的信息核验授权书。',
        disposition: adopted('第七条'),
      },
      {
        key: 'civil-2',
        locus: '第三条',
        opinion: '同意所列对象范围，身份确认由民政部门负责。',
        disposition: adopted('第三条'),
      },
    ]),
    changes('finance', 6, 'sent', [
      {
        key: 'finance-1',
        locus: '第六条',
        opinion: '标准调整应当由财政部门会同确定，同意现有表述。',
        disposition: adopted('第六条'),
      },
    ]),
    changes('labour', 13, 'letter', [
      {
        key: 'labour-1',
        locus: '第十条',
        opinion: '“康复服务人员上岗证”没有法律、行政法规或者国务院决定依据，属于自行设置的职业准入，应当删去。',
        wording: '',
        disposition: adopted('第十条'),
      },
    ]),
    quiet('education', 'agree', 4),
    quiet('linxi', 'agree', 7, 'letter'),
    quiet('shuangtang', 'no-objection', 6, 'letter'),
  ],
  reminders: [{ unit: 'labour', day: 8, note: '逾期未复，电话告知将按无不同意见处理；第十三个工作日来函提出意见。' }],
}

export const bottledGas: DemoRound = {
  key: 'bottled-gas-first',
  matter: 'bottled-gas',
  version: 'bottled-gas',
  deadlineDays: 7,
  consulted: ['fire', 'police', 'transport', 'market', 'emergency', 'urban', 'shuangtang', 'linxi'],
  answers: [
    quiet('police', 'no-objection', 1),
    changes('transport', 2, 'sent', [
      {
        key: 'transport-1',
        locus: '第八条',
        opinion: '配送车辆的安全技术条件由国家标准规定，建议写明执行危险货物运输的有关规定。',
        wording: '配送车辆应当符合国家有关危险货物运输和车辆安全技术的规定，',
      },
    ]),
  ],
}

export const sharedBicycles: DemoRound = {
  key: 'shared-bicycles-first',
  matter: 'shared-bicycles',
  version: 'shared-bicycles',
  deadlineDays: 7,
  consulted: ['urban', 'police', 'market', 'finance', 'disabled', 'reform', 'shuangtang'],
  answers: [
    quiet('police', 'agree', 4),
    quiet('finance', 'no-objection', 3),
    changes('disabled', 5, 'sent', [
      {
        key: 'disabled-1',
        locus: '第十一条',
        opinion: '占用盲道的应当立即清理，不宜设定期限。',
        wording: '车辆占用、堵塞盲道、消防车通道的，运营企业应当立即清理。',
      },
    ]),
    changes('market', 7, 'letter', [
      {
        key: 'market-1',
        locus: '第五条',
        opinion: '投放规模的分配不得变相限制新企业进入，建议为新进入的企业保留平等参与的机会。',
        wording: '投放规模的分配应当通过公开、公平的方式定期进行，现有企业和新进入的企业平等参与，',
      },
    ]),
  ],
  reminders: [
    { unit: 'urban', day: 8, note: '电话催办，答复正在会签。' },
    { unit: 'shuangtang', day: 8, note: '电话催办，答复区长出差，待签。' },
  ],
}

export const roadWorks: DemoRound = {
  key: 'road-works-first',
  matter: 'road-works',
  version: 'road-works-notice',
  deadlineDays: 5,
  consulted: [
    'police',
    'housing',
    'transport',
    'environment',
    'disabled',
    'education',
    'approvals',
    'linxi',
    'shuangtang',
  ],
  answers: [
    changes('disabled', 3, 'sent', [
      {
        key: 'disabled-1',
        locus: '三、（二）3.',
        opinion: '临时阻断盲道的，应当规定替代路线的宽度和提示方式。',
        wording: '（1）替代路线的有效宽度不小于一点二米；',
        disposition: adopted('三、（二）3.'),
      },
    ]),
    changes('approvals', 4, 'sent', [
      {
        key: 'approvals-1',
        locus: '三、（一）',
        opinion: '建议明确不得增加条件和材料。',
        wording: '不得增加法律、法规规定以外的条件和材料。',
        disposition: adopted('三、（一）'),
      },
    ]),
    changes('environment', 4, 'sent', [
      {
        key: 'environment-1',
        locus: '三、（二）4.',
        opinion: '夜间施工的公告时间建议不少于三日。',
        disposition: not('夜间施工公告的期限由专门规定确定。'),
      },
    ]),
    quiet('police', 'agree', 3),
    quiet('housing', 'agree', 5, 'letter'),
    quiet('transport', 'no-objection', 2),
    quiet('education', 'agree', 4),
    quiet('linxi', 'no-objection', 5, 'letter'),
    quiet('shuangtang', 'no-objection', 5, 'letter'),
  ],
}

export const rentSubsidy: DemoRound = {
  key: 'rent-subsidy-first',
  matter: 'rent-subsidy',
  version: 'rent-subsidy',
  deadlineDays: 5,
  consulted: ['finance', 'civil', 'labour', 'police'],
  answers: [
    changes('finance', 4, 'sent', [
      {
        key: 'finance-1',
        locus: '第五条',
        opinion: '补贴标准应当由财政部门会同制定。',
        wording: '由市住房和城乡建设部门会同市财政部门每年公布一次。',
        disposition: adopted('第五条'),
      },
    ]),
    quiet('civil', 'agree', 3),
    quiet('labour', 'no-objection', 4),
    quiet('police', 'no-objection', 2),
  ],
}
