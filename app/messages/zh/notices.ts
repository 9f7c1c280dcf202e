export default {
  title: '提醒',
  unread: '未读',
  unreadCount: '{{count}} 条未读',
  none: '没有提醒。',
  own: '本人',
  standing: '期限状况',
  address: '邮箱',
  addressHint: '留空则只在系统内提醒。邮件只写件数，不写事项内容。',
  noMail: '本系统没有设置邮件服务器，提醒只在系统内给出。',
  delegated: '{{by}} 自 {{from}} 至 {{to}} 将“{{post}}”的工作交由您代理。理由：{{reason}}',
  kind: { 'daily-list': '每日清单', urged: '催办', delegated: '代理' },
  moment: { before: '还剩 {{count}} 个工作日', on: '今天到期', after: '已逾期 {{count}} 个工作日' },
  rung: { unit: '逾期报本单位负责人', office: '逾期报政府办公机构', government: '逾期报分管领导' },
  card: { yellow: '黄牌', red: '红牌' },
  mail: {
    subject: {
      'daily-list': '文衡 {{day}} 待办提醒：{{count}} 件',
      urged: '文衡 {{day}} 催办',
      delegated: '文衡 {{day}} 工作代理',
    },
    body: '请登录文衡查看：{{url}}',
  },
}
