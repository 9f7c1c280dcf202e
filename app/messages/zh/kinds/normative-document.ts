export default {
  name: '行政规范性文件',
  lead: '从起草到公布、备案的全部程序',
  points: {
    maker: '制定主体是否合法',
    competence: '是否超越制定机关法定职权',
    content: '内容是否符合宪法、法律、法规、规章和国家政策规定',
    'powers-created': '是否违法设立行政许可、行政处罚、行政强制、行政征收、行政收费等事项',
    'rights-reduced': '是否无依据减损合法权益或者增加义务',
    'own-power': '是否无依据增加本单位权力或者减少法定职责',
    procedure: '是否违反规范性文件制定程序',
  },
  conclusions: {
    lawful: '合法',
    unlawful: '不合法',
    revise: '应当予以修改',
  },
}
