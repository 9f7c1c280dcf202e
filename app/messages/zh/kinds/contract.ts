export default {
  name: '合同协议审查',
  lead: '只经合法性审查',
  points: {
    'contract-party': '签订主体是否适格，对方资信和履约能力是否核实',
    'contract-powers': '是否超越签订机关的法定职权',
    'contract-content': '内容是否符合法律、法规、规章和国家政策规定',
    'contract-procedure': '是否履行采购、招标、评估、报批等法定程序',
    'contract-interest': '是否损害国家利益、社会公共利益或者他人合法权益',
    'contract-liability': '权利义务、违约责任和争议解决是否明确',
  },
  conclusions: {
    lawful: '可以签订',
    unlawful: '不宜签订',
    revise: '修改后签订',
  },
}
