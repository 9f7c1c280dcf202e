export default {
  name: '重大执法决定法制审核',
  lead: '只经法制审核',
  points: {
    'enforcement-agency': '执法主体是否合法，执法人员是否具备执法资格',
    'enforcement-procedure': '执法程序是否合法',
    'enforcement-facts': '案件事实是否清楚，证据是否合法充分',
    'enforcement-law': '适用法律、法规、规章是否准确，裁量基准运用是否适当',
    'enforcement-powers': '是否超越执法机关法定权限',
    'enforcement-papers': '执法文书是否完备、规范',
    'enforcement-crime': '违法行为是否涉嫌犯罪、需要移送司法机关',
  },
  conclusions: {
    lawful: '审核通过',
    unlawful: '审核未通过',
    revise: '提出审核建议，退回承办机构处理',
  },
}
