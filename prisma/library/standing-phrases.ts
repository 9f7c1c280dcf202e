import type { ReviewPoint } from '#app/domain/matter/records.ts'

/** Sentences a reviewer writes again and again. `about` is one of the seven points of 国办发〔2018〕115号（六）or a matter of form. */
export type StandingPhrase = {
  key: string
  about: ReviewPoint | 'form'
  title: string
  text: string
}

export const standingPhrases: StandingPhrase[] = [
  { key: 'none-found', about: 'content', title: '未发现问题', text: '经审核，未发现该文件存在与法律、法规、规章和国家政策规定不一致的内容。' },
  { key: 'maker-internal', about: 'maker', title: '制定主体不合法', text: '议事协调机构、临时机构以及部门内设机构不得以自己的名义制定行政规范性文件，建议由具有相应职权的行政机关依照程序制定。' },
  { key: 'maker-two-departments', about: 'maker', title: '涉及两个以上部门职权', text: '该事项涉及两个以上部门的职权，建议由本级人民政府制定或者由有关部门联合制定。' },
  { key: 'regulation-only', about: 'competence', title: '超越制定机关职权', text: '该事项的管理办法由地方性法规、地方政府规章规定（《中华人民共和国广告法》第四十一条），规范性文件不得作出规定，建议删去。' },
  { key: 'price-competence', about: 'competence', title: '超越定价权限', text: '政府指导价、政府定价的定价权限和适用范围以定价目录为依据（《中华人民共和国价格法》第十九条），请核对授权后再作规定。' },
  { key: 'disguised-licence', about: 'powers-created', title: '变相设定行政许可', text: '该条以备案回执作为开展活动的前置条件，具有行政许可性质。依照《优化营商环境条例》第三十九条，严禁以备案等形式变相设定或者实施行政许可。建议删去前置条件，改为事后告知或者提供技术指导。' },
  { key: 'penalty-set', about: 'powers-created', title: '设定行政处罚', text: '依照《中华人民共和国行政处罚法》第十六条，除法律、法规、规章外，其他规范性文件不得设定行政处罚。建议删去该处罚内容，改为援引上位法的规定。' },
  { key: 'penalty-beyond', about: 'powers-created', title: '超出上位法处罚幅度', text: '该条规定的罚款数额超出上位法规定的幅度，建议按照上位法规定的行为、种类和幅度表述，或者仅作援引。' },
  { key: 'force-set', about: 'powers-created', title: '设定行政强制', text: '依照《中华人民共和国行政强制法》第十条，法律、法规以外的其他规范性文件不得设定行政强制措施。建议删去。' },
  { key: 'deposit', about: 'powers-created', title: '设立保证金', text: '设立涉企保证金应当有法律、行政法规依据或者经国务院批准（《优化营商环境条例》第二十五条）；向公民收取保证金同样缺乏依据。建议删去。' },
  { key: 'burden-without-basis', about: 'rights-reduced', title: '无依据增加义务', text: '该条没有法律、法规依据，减损公民、法人和其他组织合法权益或者增加其义务。依照《优化营商环境条例》第六十四条，建议删去或者改为倡导性表述。' },
  { key: 'certificate-without-basis', about: 'rights-reduced', title: '证明事项无依据', text: '该证明事项没有法律、法规或者国务院决定依据，建议取消，改为通过信息共享核验或者由申请人书面承诺。' },
  { key: 'extra-condition', about: 'rights-reduced', title: '增设办理条件', text: '没有法律、法规、规章依据，不得增设政务服务事项的办理条件和环节（《优化营商环境条例》第三十五条）。建议删去。' },
  { key: 'own-power', about: 'own-power', title: '增加本单位权力', text: '该条没有法律、法规依据，增加了本单位的权力。建议按照“三定”规定和上位法的授权重新表述。' },
  { key: 'duty-shifted', about: 'own-power', title: '减少法定职责', text: '该条将法律、法规规定由本单位履行的职责交由其他组织承担，建议恢复由法定主体履行。' },
  { key: 'fair-competition-missing', about: 'procedure', title: '缺少公平竞争审查结论', text: '该文件涉及经营者经济活动。依照《公平竞争审查条例》第十四条和第十八条，未经公平竞争审查不得出台，请补充审查结论后再行报送。' },
  { key: 'comment-too-short', about: 'procedure', title: '公开征求意见期限不足', text: '该文件与市场主体生产经营活动密切相关，依照《优化营商环境条例》第六十二条，除依法需要保密外，公开征求意见的期限一般不少于三十日。请说明缩短期限的理由，或者补足期限。' },
  { key: 'review-missing-own', about: 'procedure', title: '缺少本单位审核意见', text: '送审材料缺少起草单位的合法性审核意见（国办发〔2018〕115号（五）），请补充。' },
  { key: 'lapsed-cannot-revive', about: 'procedure', title: '已失效文件不得延长', text: '该文件有效期已经届满，自动失效后不能以延长有效期的方式恢复效力；确需继续实施的，应当重新制定并依法履行程序。' },
  { key: 'repeat-upper-law', about: 'form', title: '重复上位法', text: '该条与上位法规定重复，建议删去或者仅作援引。' },
  { key: 'short-title', about: 'form', title: '引用名称不完整', text: '首次引用法律、法规应当使用全称并加书名号。' },
  { key: 'validity-missing', about: 'form', title: '未规定有效期', text: '建议在施行日期条款中明确有效期。' },
]
