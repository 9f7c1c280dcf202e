export default {
  title: '收文',
  register: '收文登记',
  registered: '已登记，收文号：{{number}}',
  list: '收文列表',
  none: '还没有收文。',
  receivedOn: '收文日期',
  fields: {
    sender: '来文单位',
    title: '标题',
    paperNumber: '来文字号',
    paperDate: '来文日期',
    files: '来文文件',
    notSecret: '已确认来文不涉密',
  },
}
