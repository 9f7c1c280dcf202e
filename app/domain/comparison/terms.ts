/**
 * Words that a reader of legal text takes in at one glance. A difference never cuts through them, and a short
 * one of them between two changes still counts as a stretch that stayed. Kept small: a long list would turn
 * one changed character into a whole changed phrase. Callers may pass a list of their own.
 */
export const frequentTerms: readonly string[] = [
  // who
  '县级以上地方人民政府', '地方各级人民政府', '县级以上人民政府', '各级人民政府', '人民政府', '人民代表大会', '常务委员会', '国务院',
  '主管部门', '有关部门', '行政机关', '司法行政部门', '制定机关', '起草单位', '牵头部门', '审核机构', '人民法院', '人民检察院',
  '公民', '法人', '其他组织', '当事人', '申请人', '利害关系人', '直接负责的主管人员', '其他直接责任人员', '工作人员', '市场主体',
  '经营主体', '社会公众', '单位', '个人', '企业',
  // must, may, must not
  '应当', '可以', '不得', '必须', '禁止', '有权', '依法', '按照', '依照', '参照', '根据', '符合', '违反', '属于',
  // acts and things
  '行政规范性文件', '规范性文件', '重大行政决策', '合法性审核', '合法性审查', '公平竞争审查', '征求意见', '公开征求意见', '集体讨论',
  '集体审议', '备案审查', '行政处罚', '行政许可', '行政强制', '行政复议', '行政诉讼', '行政裁量权', '法律', '行政法规', '地方性法规',
  '法规', '规章', '规定', '办法', '条例', '制定', '公布', '施行', '实施', '废止', '修改', '申请', '受理', '审查', '审核', '批准', '决定',
  '备案', '登记', '罚款', '处分', '没收', '违法所得', '责令改正', '追究刑事责任', '法律责任', '有效期',
  // measure and condition
  '以上', '以下', '以内', '以外', '届满', '之日起', '下列', '情形', '行为', '条件', '期限', '或者', '以及', '并且', '但是', '其他', '有关',
]
