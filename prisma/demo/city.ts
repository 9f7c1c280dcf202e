import type { Role, UnitKind, UnitLevel } from '#app/domain/access/roles.ts'
import type { PlainDate } from '#app/domain/base/date.ts'

/** A unit of the demonstration city. Everything here is invented: no such place, office or person exists. */
export type DemoUnit = {
  key: string
  name: string
  shortName: string
  kind: UnitKind
  level: UnitLevel
  /** Key of the superior unit. */
  parent: string | null
  region: string
  /** 发文机关标志, for units that issue documents of their own. */
  letterhead: string | null
  /** 发文机关代字. */
  numberPrefix: string | null
  from: PlainDate
}

export type DemoPost = { unit: string; title: string; roles: Role[]; from: PlainDate; to?: PlainDate }

/** A person. Without `account` nobody signs in for them: a clerk records what they did on paper. */
export type DemoPerson = { key: string; name: string; account: string | null; posts: DemoPost[] }

const reformed: PlainDate = '2019-01-10'
const city = '清宁市'
const linxi = '清宁市临溪县'
const shuangtang = '清宁市双塘区'

/** Units that stand beside the city government: their superior is elsewhere or there is none. */
const beside: UnitKind[] = ['government', 'vertical', 'court', 'party', 'congress', 'association']

const bureau = (
  key: string,
  name: string,
  shortName: string,
  numberPrefix: string | null,
  kind: UnitKind = 'department',
  from: PlainDate = reformed,
): DemoUnit => ({
  key,
  name,
  shortName,
  kind,
  level: 'city',
  parent: beside.includes(kind) ? null : 'city',
  region: city,
  letterhead: numberPrefix ? `${name}文件` : null,
  numberPrefix,
  from,
})

const local = (
  key: string,
  name: string,
  shortName: string,
  kind: UnitKind,
  level: UnitLevel,
  parent: string,
  region: string,
  numberPrefix: string | null = null,
): DemoUnit => ({
  key,
  name,
  shortName,
  kind,
  level,
  parent,
  region,
  letterhead: numberPrefix ? `${name}文件` : null,
  numberPrefix,
  from: reformed,
})

export const units: DemoUnit[] = [
  bureau('city', '清宁市人民政府', '市政府', '清政规', 'government'),
  bureau('office', '清宁市人民政府办公室', '市政府办', '清政办规', 'government-office'),
  bureau('justice', '清宁市司法局', '市司法局', '清司规', 'justice-bureau'),
  bureau('market', '清宁市市场监督管理局', '市市场监管局', '清市监规', 'market-regulator'),
  bureau('urban', '清宁市城市管理局', '市城管局', '清城管规'),
  bureau('housing', '清宁市住房和城乡建设局', '市住建局', '清建规'),
  bureau('industry', '清宁市工业和信息化局', '市工信局', '清工信规'),
  bureau('finance', '清宁市财政局', '市财政局', '清财规'),
  bureau('reform', '清宁市发展和改革委员会', '市发改委', '清发改规'),
  bureau('police', '清宁市公安局', '市公安局', '清公规'),
  bureau('transport', '清宁市交通运输局', '市交通局', '清交规'),
  bureau('labour', '清宁市人力资源和社会保障局', '市人社局', '清人社规'),
  bureau('civil', '清宁市民政局', '市民政局', '清民规'),
  bureau('environment', '清宁市生态环境局', '市生态环境局', '清环规'),
  bureau('emergency', '清宁市应急管理局', '市应急局', '清应急规'),
  bureau('approvals', '清宁市行政审批服务局', '市审批局', '清审批规'),
  bureau('planning', '清宁市自然资源和规划局', '市资源规划局', '清自然资规'),
  bureau('education', '清宁市教育局', '市教育局', '清教规'),
  bureau('culture', '清宁市文化广电和旅游局', '市文旅局', '清文旅规'),
  bureau('disabled', '清宁市残疾人联合会', '市残联', '清残联', 'authorised-organisation'),
  bureau('fire', '清宁市消防救援支队', '市消防救援支队', null, 'vertical'),
  bureau('tax', '国家税务总局清宁市税务局', '市税务局', null, 'vertical'),
  bureau('weather', '清宁市气象局', '市气象局', null, 'vertical'),
  bureau('court', '清宁市中级人民法院', '市中级法院', null, 'court'),
  bureau('party', '中共清宁市委宣传部', '市委宣传部', null, 'party'),
  bureau('congress', '清宁市人民代表大会常务委员会法制工作委员会', '市人大常委会法工委', null, 'congress'),
  bureau('zone', '清宁经济开发区管理委员会', '经开区管委会', '清经管规', 'development-zone'),
  bureau('task-force', '清宁市惠企政策兑现工作专班办公室', '惠企专班办', null, 'coordination', '2024-05-06'),
  bureau('sign-makers', '清宁市广告标识行业协会', '市标识行业协会', null, 'association', '2019-06-18'),
  bureau('invest', '清宁城市建设投资集团有限公司', '城投集团', null, 'association', '2019-03-01'),
  bureau('gazetteer', '清宁市地方志编纂中心', '市方志中心', null),
  local('linxi', '临溪县人民政府', '临溪县政府', 'government', 'county', 'city', linxi, '临政规'),
  local(
    'linxi-office',
    '临溪县人民政府办公室',
    '临溪县政府办',
    'government-office',
    'county',
    'linxi',
    linxi,
    '临政办规',
  ),
  local('linxi-justice', '临溪县司法局', '临溪县司法局', 'justice-bureau', 'county', 'linxi', linxi),
  local('linxi-housing', '临溪县住房和城乡建设局', '临溪县住建局', 'department', 'county', 'linxi', linxi, '临建规'),
  local('shiqiao', '临溪县石桥镇人民政府', '石桥镇政府', 'township', 'township', 'linxi', linxi),
  local('shuangtang', '双塘区人民政府', '双塘区政府', 'government', 'county', 'city', shuangtang, '双政规'),
  local(
    'shuangtang-office',
    '双塘区人民政府办公室',
    '双塘区政府办',
    'government-office',
    'county',
    'shuangtang',
    shuangtang,
    '双政办规',
  ),
  local('shuangtang-justice', '双塘区司法局', '双塘区司法局', 'justice-bureau', 'county', 'shuangtang', shuangtang),
  local(
    'shuangtang-urban',
    '双塘区城市管理局',
    '双塘区城管局',
    'department',
    'county',
    'shuangtang',
    shuangtang,
    '双城管规',
  ),
  local('north-gate', '双塘区北门街道办事处', '北门街道', 'sub-district', 'township', 'shuangtang', shuangtang),
]

const since: PlainDate = '2021-03-01'
const holds = (unit: string, title: string, ...roles: Role[]): DemoPost => ({ unit, title, roles, from: since })
const person = (key: string, name: string, posts: DemoPost | DemoPost[], hasAccount = true): DemoPerson => ({
  key,
  name,
  account: hasAccount ? key : null,
  posts: Array.isArray(posts) ? posts : [posts],
})
const onPaper = (key: string, name: string, posts: DemoPost | DemoPost[]) => person(key, name, posts, false)

export const people: DemoPerson[] = [
  // 市政府领导：不登录，由办公室代录
  onPaper('tan-jingyuan', '谭静远', holds('city', '市长', 'chief-executive', 'meeting-member')),
  onPaper('he-wenbo', '贺文博', holds('city', '常务副市长', 'deputy-chief', 'meeting-member')),
  onPaper('luo-yaqin', '罗雅琴', holds('city', '副市长', 'deputy-chief', 'meeting-member')),
  onPaper('fang-zhiming', '方志鸣', holds('city', '副市长', 'deputy-chief', 'meeting-member')),
  onPaper('su-lin', '苏霖', holds('city', '副市长、公安局局长', 'deputy-chief', 'meeting-member')),
  // 市政府办公室
  onPaper(
    'qin-shouyi',
    '秦守一',
    holds('office', '市政府秘书长、办公室主任', 'secretary-general', 'office-head', 'unit-head', 'meeting-member'),
  ),
  person('bao-huimin', '鲍慧敏', holds('office', '市政府副秘书长', 'secretary-general')),
  person('ding-xiaolan', '丁晓岚', holds('office', '文电科科长', 'office-clerk', 'copy-editor', 'register-keeper')),
  person('gu-pengfei', '顾鹏飞', holds('office', '文电科干部', 'office-clerk', 'liaison')),
  person('lai-yun', '赖筠', holds('office', '法规科科长', 'department-legal-reviewer')),
  person('mei-ruoshan', '梅若珊', holds('office', '会议科科长', 'office-clerk')),
  // 市司法局
  person('cheng-guodong', '程国栋', holds('justice', '局长', 'review-head', 'unit-head', 'meeting-member')),
  person('xiang-wanqing', '向婉清', holds('justice', '副局长', 'review-deputy-head')),
  person('yan-mingli', '严明理', holds('justice', '规范性文件审核科科长', 'review-section-head')),
  person('shu-tong', '舒桐', holds('justice', '审核科干部', 'review-officer')),
  person('wei-zixuan', '魏子轩', holds('justice', '审核科干部', 'review-officer')),
  person('fei-yan', '费妍', holds('justice', '办公室主任', 'office-head')),
  person('jiang-bilan', '江碧岚', holds('justice', '备案审查科科长', 'filing-reviewer', 'liaison')),
  // 市市场监督管理局
  onPaper('huo-jianping', '霍建平', holds('market', '局长', 'unit-head', 'meeting-member')),
  person(
    'tao-anran',
    '陶安然',
    holds('market', '公平竞争审查科科长', 'fair-competition-reviewer', 'department-legal-reviewer'),
  ),
  person('bai-yuchen', '白雨辰', holds('market', '办公室干部', 'liaison', 'drafter')),
  // 市城市管理局
  person('lu-zhengyang', '陆正阳', holds('urban', '局长', 'unit-head', 'meeting-member')),
  person('xue-feng', '薛枫', holds('urban', '市容科科长', 'drafter')),
  person('ning-shuyi', '宁舒怡', holds('urban', '法规科科长', 'department-legal-reviewer', 'copy-editor')),
  person('song-yiran', '宋怡然', holds('urban', '副局长', 'deputy-chief', 'meeting-member')),
  person('pei-an', '裴安', holds('urban', '办公室主任', 'office-head', 'office-clerk', 'register-keeper')),
  person('kang-le', '康乐', holds('urban', '办公室干部', 'liaison', 'drafter')),
  // 市住房和城乡建设局
  onPaper('feng-weidong', '冯卫东', holds('housing', '局长', 'unit-head', 'meeting-member')),
  person('shen-jiayi', '沈佳懿', holds('housing', '物业科科长', 'drafter')),
  person('cai-zhiheng', '蔡志恒', holds('housing', '副局长', 'deputy-chief', 'meeting-member')),
  person('zou-ting', '邹婷', holds('housing', '办公室主任', 'office-head', 'office-clerk', 'register-keeper')),
  person('du-ruochuan', '杜若川', holds('housing', '法规科干部', 'department-legal-reviewer', 'liaison')),
  // 市工业和信息化局
  person('ouyang-qi', '欧阳琦', holds('industry', '局长', 'unit-head', 'meeting-member')),
  person('hou-mingze', '侯铭泽', holds('industry', '中小企业科科长', 'drafter', 'liaison')),
  person('ge-tianyu', '葛天瑜', holds('industry', '法规科干部', 'department-legal-reviewer')),
  // 市财政局、市发改委
  person('pan-haiyan', '潘海燕', holds('finance', '局长', 'unit-head', 'meeting-member')),
  person('yu-sijia', '余思嘉', holds('finance', '法规科科长', 'liaison', 'department-legal-reviewer')),
  person('lin-chongwen', '林崇文', holds('reform', '主任', 'unit-head', 'meeting-member')),
  person('tang-yixin', '汤亦欣', holds('reform', '价格管理科科长', 'drafter', 'liaison')),
  person('rong-hao', '容浩', holds('reform', '法规科干部', 'department-legal-reviewer')),
  // 市公安局
  person('shi-kai', '石凯', [
    { unit: 'transport', title: '法规科干部', roles: ['drafter', 'liaison'], from: since, to: '2025-05-31' },
    {
      unit: 'police',
      title: '法制支队四级调研员',
      roles: ['drafter', 'liaison', 'department-legal-reviewer'],
      from: '2025-06-01',
    },
  ]),
  person('xun-dan', '荀丹', holds('police', '法制支队干部', 'department-legal-reviewer')),
  person('yu-qing', '郁清', holds('police', '办公室主任', 'office-head', 'office-clerk', 'register-keeper')),
  person('cui-yong', '崔勇', holds('police', '常务副局长', 'unit-head')),
  // 市交通运输局、市人社局
  person('min-xiangdong', '闵向东', holds('transport', '局长', 'unit-head', 'meeting-member')),
  person('zhan-yue', '詹悦', holds('transport', '客运管理科科长', 'drafter', 'liaison', 'department-legal-reviewer')),
  person('qiu-guilan', '邱桂兰', holds('labour', '局长', 'unit-head', 'meeting-member')),
  person('ruan-ke', '阮珂', holds('labour', '职业能力建设科科长', 'drafter', 'liaison', 'department-legal-reviewer')),
  person('sang-qi', '桑琪', holds('labour', '法规科干部', 'department-legal-reviewer')),
  // 市民政局、市残联
  person('wan-sulan', '万素兰', holds('civil', '局长', 'unit-head', 'meeting-member')),
  person('mo-qianyi', '莫芊伊', holds('civil', '养老服务科科长', 'drafter', 'liaison', 'department-legal-reviewer')),
  person('ma-wenxi', '麻文溪', holds('civil', '法规科科长', 'department-legal-reviewer')),
  person('liu-anmin', '柳安民', holds('disabled', '理事长', 'unit-head')),
  person('jian-ning', '简宁', holds('disabled', '康复部主任', 'drafter', 'liaison', 'department-legal-reviewer')),
  person('lu-xiaohe', '路小禾', holds('disabled', '维权部干部', 'department-legal-reviewer')),
  // 市生态环境局、市应急局、市审批局
  person('zhuo-qiang', '卓强', holds('environment', '局长', 'unit-head', 'meeting-member')),
  person('bian-siyu', '卞思语', holds('environment', '法规科科长', 'drafter', 'liaison', 'department-legal-reviewer')),
  person('meng-tieshan', '孟铁山', holds('emergency', '局长', 'unit-head', 'meeting-member')),
  person(
    'ke-yanan',
    '柯亚楠',
    holds('emergency', '应急指挥中心主任', 'drafter', 'liaison', 'department-legal-reviewer'),
  ),
  person('tie-nan', '铁楠', holds('emergency', '法规科干部', 'department-legal-reviewer')),
  person('shao-li', '邵丽', holds('approvals', '局长', 'unit-head', 'meeting-member')),
  person('xi-chen', '席晨', [
    { unit: 'urban', title: '市容科干部', roles: ['drafter'], from: since, to: '2024-08-31' },
    {
      unit: 'approvals',
      title: '政策法规科科长',
      roles: ['drafter', 'liaison', 'department-legal-reviewer'],
      from: '2024-09-01',
    },
  ]),
  // 其他市级单位
  person('dai-lin', '戴林', holds('planning', '局长', 'unit-head', 'meeting-member')),
  person('zang-yawen', '臧雅雯', holds('planning', '法规科科长', 'liaison', 'drafter')),
  person('nie-shufen', '聂淑芬', holds('education', '局长', 'unit-head', 'meeting-member')),
  person('wu-zihan', '邬子涵', holds('education', '政策法规科科长', 'drafter', 'liaison', 'department-legal-reviewer')),
  person('qu-ming', '曲鸣', holds('culture', '局长', 'unit-head', 'meeting-member')),
  person('lan-xin', '蓝馨', holds('culture', '法规科干部', 'liaison')),
  onPaper('yue-zhen', '岳震', holds('fire', '支队长', 'unit-head')),
  onPaper('hua-rong', '华蓉', holds('tax', '局长', 'unit-head')),
  onPaper('ji-yunfei', '季云飞', holds('weather', '局长', 'unit-head')),
  onPaper('leng-shan', '冷杉', holds('court', '行政审判庭庭长', 'unit-head')),
  onPaper('miao-hong', '苗虹', holds('party', '副部长', 'unit-head')),
  onPaper('ying-qiu', '应秋', holds('congress', '主任', 'unit-head')),
  person('che-liang', '车亮', holds('zone', '政策法规部部长', 'liaison', 'unit-head')),
  onPaper('chu-heng', '褚恒', holds('task-force', '专班办公室负责人', 'unit-head')),
  onPaper('yin-cailing', '殷彩玲', holds('sign-makers', '秘书长', 'unit-head')),
  onPaper('guan-yue', '管越', holds('invest', '副总经理', 'unit-head')),
  person('fu-shiyin', '傅诗音', holds('gazetteer', '主任', 'unit-head', 'liaison')),
  // 临溪县
  onPaper('peng-jiasheng', '彭家声', holds('linxi', '县长', 'chief-executive', 'unit-head', 'meeting-member')),
  onPaper('yao-xiuzhi', '姚秀芝', holds('linxi', '副县长', 'deputy-chief', 'meeting-member')),
  person(
    'kong-lingxi',
    '孔令溪',
    holds('linxi-office', '办公室主任', 'office-head', 'office-clerk', 'copy-editor', 'register-keeper'),
  ),
  person(
    'zhu-yian',
    '竺怡安',
    holds(
      'linxi-justice',
      '局长',
      'review-head',
      'review-section-head',
      'review-officer',
      'filing-reviewer',
      'unit-head',
    ),
  ),
  person(
    'mu-qing',
    '穆青',
    holds('linxi-housing', '村镇建设股负责人', 'drafter', 'liaison', 'department-legal-reviewer'),
  ),
  onPaper('an-baoshan', '安宝山', holds('linxi-housing', '局长', 'unit-head')),
  onPaper('xing-chuntao', '邢春桃', holds('shiqiao', '镇长', 'unit-head')),
  // 双塘区
  onPaper('lei-mingyuan', '雷鸣远', holds('shuangtang', '区长', 'chief-executive', 'unit-head', 'meeting-member')),
  person(
    'sheng-kexin',
    '盛可心',
    holds('shuangtang-office', '办公室副主任', 'office-head', 'office-clerk', 'copy-editor', 'register-keeper'),
  ),
  person('ao-xue', '敖雪', holds('shuangtang-justice', '审核股股长', 'review-officer', 'review-section-head')),
  person('xiong-hui', '熊徽', holds('shuangtang-justice', '局长', 'review-head', 'review-deputy-head', 'unit-head')),
  person('gong-yibo', '龚一博', holds('shuangtang-urban', '副局长', 'drafter', 'liaison', 'department-legal-reviewer')),
  person('bu-fan', '卜凡', holds('shuangtang-urban', '法规股干部', 'department-legal-reviewer')),
  person('zhai-dongmei', '翟冬梅', holds('shuangtang-urban', '局长', 'unit-head')),
  person('teng-jie', '滕洁', holds('north-gate', '综合办主任', 'liaison', 'unit-head')),
  // 系统三员
  person('he-system', '和畅', holds('city', '系统管理员', 'system-administrator')),
  person('an-security', '安谨', holds('city', '安全管理员', 'security-officer')),
  person('shen-audit', '申鉴', holds('city', '审计管理员', 'auditor')),
]

/** The city government that most matters belong to. */
export const cityKey = 'city'
