/** The procedure certificate of a matter, and the public key it is checked with. */
export default {
  title: '程序证明',
  what: '程序证明记载：采用的事实、规则包、证据及其日期，各项程序条件的计算，全部记录和文稿的哈希值，以及它们在审计链中的位置。拿到文件的人不用连接本系统就能核对。',
  withheld: '不向全体有关单位开放的记录（如答复意见、会议记录、审核意见），文件中只有哈希值，没有内容。',
  download: '下载程序证明（JSON）',
  publicKey: '本系统的签名公钥',
  keyTitle: '签名公钥',
  keyWhat:
    '本系统出具的程序证明由这一密钥签名。核对时应使用从本页取得、指纹一致的公钥，不应使用随程序证明一起送来的公钥。',
  fingerprint: '指纹（SHA-256）',
  downloadKey: '下载公钥（PEM）',
  check: '核对方法',
  checkWhat: '在装有本软件的任何计算机上运行（不需要数据库和网络）：',
  noKey: '本系统没有可用的签名密钥，出具的程序证明没有签名。',
}
