export default {
  title: '规范性文件库',
  list: '在库文件',
  csv: '下载 CSV 表格',
  ends: '有效期至',
  state: '效力',
  matter: '办理事项',
  openMatter: '打开事项',
  readings: '两种算法：',
  printedFor: '效力按 {{date}} 计算',
}
