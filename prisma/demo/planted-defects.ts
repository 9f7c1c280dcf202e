import type { TextKey } from './texts.ts'
import type { ReviewPoint } from '#app/domain/matter/records.ts'

/** A fault written into a text on purpose, for the scenarios to find. `quote` stands in the text word for word. */
export type PlantedDefect = {
  text: TextKey
  /** Address in the text; null for what has none, such as the signature. */
  locus: string | null
  quote: string
  point: ReviewPoint | 'fair-competition' | 'tiers' | 'basis'
  /** Why it is a fault, with the provision it offends. */
  why: string
}

export const plantedDefects: PlantedDefect[] = [
  {
    text: 'signboards-v1',
    locus: '第十九条',
    quote: '设置人取得设置备案回执后，方可安装户外招牌',
    point: 'powers-created',
    why: '以备案形式变相设定行政许可，《优化营商环境条例》第三十九条',
  },
  {
    text: 'signboards-v1',
    locus: '第十九条',
    quote: '市场监督管理部门不予办理住所变更登记',
    point: 'rights-reduced',
    why: '增设登记办理条件，《优化营商环境条例》第三十五条',
  },
  {
    text: 'signboards-v2',
    locus: '第十九条',
    quote: '设置人取得设置备案回执后，方可安装大型户外招牌',
    point: 'powers-created',
    why: '同第一稿，范围缩小后仍为前置条件',
  },
  {
    text: 'signboards-v3',
    locus: '第十九条',
    quote: '设置人取得设置备案回执后，方可安装大型户外招牌',
    point: 'powers-created',
    why: '同第二稿',
  },
  {
    text: 'signboards-v3',
    locus: '第二十三条',
    quote: '由清宁城景标识有限公司统一承担',
    point: 'fair-competition',
    why: '限定使用特定经营者提供的服务，《公平竞争审查条例》第八条第三项；没有任何意见提出',
  },
  {
    text: 'electric-bicycles-v1',
    locus: '第三十六条',
    quote: '对个人处五百元以上二千元以下罚款，对单位处五千元以上十万元以下罚款',
    point: 'powers-created',
    why: '超出《中华人民共和国消防法》第六十条规定的幅度',
  },
  {
    text: 'electric-bicycles-v1',
    locus: '第三十七条',
    quote: '拒不改正的，处二百元罚款',
    point: 'powers-created',
    why: '规范性文件设定行政处罚，《中华人民共和国行政处罚法》第十六条',
  },
  {
    text: 'electric-bicycles-v2',
    locus: '第三十六条',
    quote: '对个人处警告或者一千元以下罚款',
    point: 'powers-created',
    why: '个人罚款上限高于《中华人民共和国消防法》第六十条规定的五百元',
  },
  {
    text: 'innovative-firms-measures',
    locus: '一、（三）',
    quote: '由市工业和信息化部门研究确定入库企业名单',
    point: 'fair-competition',
    why: '没有客观条件的名录库，《公平竞争审查条例》第十条第二项',
  },
  {
    text: 'innovative-firms-measures',
    locus: '三、（八）',
    quote: '按照企业当年缴纳增值税、企业所得税地方留成部分的百分之五十，给予财政奖励',
    point: 'fair-competition',
    why: '财政奖励与纳税额挂钩，《公平竞争审查条例》第十条',
  },
  {
    text: 'innovative-firms-measures',
    locus: '三、（九）',
    quote: '五年内注册地不迁出本市',
    point: 'fair-competition',
    why: '阻碍本地经营者迁出，《公平竞争审查条例》第九条第一项',
  },
  {
    text: 'barbecue-benchmark',
    locus: '第一条',
    quote: '《中华人民共和国大气污染防治法》第一百一十八条',
    point: 'basis',
    why: '依据自2026年8月15日起废止，由《中华人民共和国生态环境法典》第一千一百三十二条取代',
  },
  { text: 'barbecue-benchmark', locus: '附件1', quote: '较重 |  | 责令改正', point: 'tiers', why: '阶次缺少适用条件' },
  {
    text: 'barbecue-benchmark',
    locus: '附件1',
    quote: '处5000元以上10000元以下罚款',
    point: 'tiers',
    why: '5000元同时落入两个阶次',
  },
  {
    text: 'extension-notice',
    locus: '第一自然段',
    quote: '现决定将其有效期延长至2031年6月30日',
    point: 'procedure',
    why: '有效期已经届满，失效后不能以延长的方式恢复效力',
  },
  {
    text: 'rural-housing-measures',
    locus: '第十二条',
    quote: '缴纳建房保证金五千元',
    point: 'powers-created',
    why: '没有依据的保证金；与报备文本不一致',
  },
  {
    text: 'rural-housing-measures-filed',
    locus: '第十二条',
    quote: '缴纳建房保证金三千元',
    point: 'powers-created',
    why: '没有依据的保证金；与公布文本不一致',
  },
  {
    text: 'parking-decision-proposal',
    locus: '三、（五）',
    quote: '授予清宁城投停车管理有限公司特许经营',
    point: 'fair-competition',
    why: '未经公平竞争方式授予特许经营权，《公平竞争审查条例》第八条第二项',
  },
  {
    text: 'parking-decision-proposal',
    locus: '三、（六）',
    quote: '特许经营期限为三十年，期间市人民政府不再授权其他经营者',
    point: 'fair-competition',
    why: '三十年排他经营，《公平竞争审查条例》第八条',
  },
  {
    text: 'work-hint',
    locus: '一、',
    quote: '未在平台注册或者信息填报不完整的企业，一律不予受理补贴、奖励申请',
    point: 'rights-reduced',
    why: '增设办理条件，《优化营商环境条例》第三十五条；名为提示，实为规范性文件',
  },
  {
    text: 'work-hint',
    locus: null,
    quote: '清宁市惠企政策兑现工作专班办公室',
    point: 'maker',
    why: '临时机构不得制定规范性文件',
  },
  {
    text: 'rehabilitation-rules',
    locus: '第七条',
    quote: '村民委员会、居民委员会出具的家庭生活困难证明',
    point: 'rights-reduced',
    why: '能够通过信息核验的证明，没有法律、法规依据',
  },
  {
    text: 'rehabilitation-rules',
    locus: '第十条',
    quote: '持有市残疾人联合会颁发的康复服务人员上岗证的工作人员不少于五人',
    point: 'powers-created',
    why: '自行设置的职业准入，没有法律、行政法规或者国务院决定依据',
  },
  {
    text: 'frost-notice',
    locus: '一、',
    quote: '全市所有房屋建筑和市政基础设施工地停止施工，停工期限为十五日',
    point: 'rights-reduced',
    why: '普遍停工应当报经有权机关批准，《优化营商环境条例》第五十九条',
  },
  {
    text: 'frost-notice',
    locus: '二、',
    quote: '全市餐饮服务场所停止堂食服务，停止期限为十五日',
    point: 'rights-reduced',
    why: '普遍停业应当报经有权机关批准，《优化营商环境条例》第五十九条',
  },
  {
    text: 'tree-adoption',
    locus: '第八条',
    quote: '沿街单位应当认养门前树木，每株每年缴纳养护费三百元',
    point: 'powers-created',
    why: '没有依据的行政收费',
  },
  {
    text: 'trusted-shops',
    locus: '第九条',
    quote: '未取得示范单位称号的经营者，不得参加政府组织的促消费活动',
    point: 'fair-competition',
    why: '以评定结果限制参与经营活动，《公平竞争审查条例》第八条第四项',
  },
]
