export default {
  name: '重大行政决策',
  lead: '从启动到公布、执行和后评估的全部程序',
  points: {
    competence: '决策事项是否符合法定权限',
    procedure: '决策草案的形成是否履行相关法定程序',
    content: '决策草案内容是否符合有关法律、法规、规章和国家政策的规定',
  },
  conclusions: {
    lawful: '合法',
    unlawful: '不合法',
    revise: '应当予以修改',
  },
}
