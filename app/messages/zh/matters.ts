export default {
  tabsLabel: '事项各页',
  tabs: {
    overview: '概况',
    draft: '草案',
    versions: '各稿',
    circulation: '征求意见',
    ledger: '意见处理',
    closing: '送审准备',
    review: '合法性审核',
    deliberation: '集体审议',
    issue: '签发公布',
    record: '全程记录',
  },
  head: {
    holder: '现由 {{unit}} {{role}} 办理：{{task}}',
    held: '已 {{count}} 个工作日',
    onwards: '起',
    version: '第 {{number}} 稿（{{name}}）',
  },
  columns: { title: '标题', stage: '环节', lead: '起草单位', holder: '现办单位', due: '期限' },
  new: { title: '新立事项' },
  recordAct: '代录：{{act}}',
}
