/** What a post lets its holder do. A person acts in one post at a time. */
export const roles = [
  'drafter', // 起草人
  'liaison', // 联络员
  'unit-head', // 单位主要负责人
  'department-legal-reviewer', // 部门法制审核
  'copy-editor', // 核稿
  'office-clerk', // 办公室经办
  'office-head', // 办公室主任
  'secretary-general', // 秘书长、副秘书长
  'deputy-chief', // 分管副职
  'chief-executive', // 行政首长
  'meeting-member', // 会议组成人员
  'review-officer', // 审核承办人
  'review-section-head', // 处（科）长
  'review-deputy-head', // 分管局长
  'review-head', // 局长
  'fair-competition-reviewer', // 公平竞争审查
  'filing-reviewer', // 备案审查
  'register-keeper', // 文件库管理
  'system-administrator', // 系统管理员
  'security-officer', // 安全管理员
  'auditor', // 审计管理员
] as const
export type Role = (typeof roles)[number]

/** The three duties that keep the system: one person holds at most one of them and no other role (三员分立). */
export const systemDuties = ['system-administrator', 'security-officer', 'auditor'] as const satisfies readonly Role[]

/** Whoever keeps the system sees no matter and no document, whatever part his unit has in them. */
export const keepsSystem = (held: readonly Role[]): boolean => systemDuties.some((duty) => held.includes(duty))

export const unitKinds = [
  'government', // 人民政府
  'government-office', // 政府办公厅（室）
  'justice-bureau', // 司法行政部门
  'market-regulator', // 市场监管部门
  'department', // 政府工作部门
  'party', // 党委部门
  'congress', // 人大机关
  'consultative-conference', // 政协机关
  'court', // 人民法院
  'procuratorate', // 人民检察院
  'vertical', // 垂直管理部门
  'development-zone', // 开发区管理机构
  'township', // 乡镇人民政府
  'sub-district', // 街道办事处
  'authorised-organisation', // 法律、法规授权的组织
  'internal', // 内设机构
  'coordination', // 议事协调机构、临时机构
  'association', // 行业协会、企业等受邀单位
] as const
export type UnitKind = (typeof unitKinds)[number]

export const unitLevels = ['state', 'province', 'city', 'county', 'township'] as const
export type UnitLevel = (typeof unitLevels)[number]

/** How a unit stands to a matter. `own` is the issuer and the office that works for it. */
export const relations = ['own', 'lead', 'consulted', 'reviewing', 'other'] as const
export type Relation = (typeof relations)[number]
