/** Words of the kinds of matter. A kind with words of its own has a file below. */
export default {
  choose: '事项种类',
  names: {
    'normative-document': '行政规范性文件',
    'major-decision': '重大行政决策',
    contract: '合同协议审查',
    'enforcement-decision': '重大执法决定法制审核',
  },
  leads: {
    'normative-document': '从起草到公布、备案的全部程序',
    'major-decision': '从启动到公布、执行和后评估的全部程序',
    contract: '只经合法性审查',
    'enforcement-decision': '只经法制审核',
  },
}
