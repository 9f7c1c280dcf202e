/**
 * Sentences of the server and the commands, printed before any reader has chosen a language:
 * always both, Chinese first. `{name}` stands for a field.
 */
export const systemSentences = {
  'setting-required': ['缺少设置 {name}。', 'The setting {name} is missing.'],
  'setting-invalid': [
    '设置 {name} 的值无效：应为{expectedZh}。',
    'The setting {name} is not valid: it should be {expectedEn}.',
  ],
  'setting-loopback': [
    '演示模式只监听本机：HOST 应为 127.0.0.1、::1 或 localhost，现为“{value}”。正式使用请设 WENHENG_MODE=production。',
    'Demonstration mode listens on this machine only: HOST should be 127.0.0.1, ::1 or localhost, not "{value}". For real use set WENHENG_MODE=production.',
  ],
  'settings-faulty': ['设置有 {count} 处错误，未启动：', '{count} settings are wrong, not started:'],
  'lock-held': [
    '数据目录 {directory} 正由另一个进程（进程号 {pid}，自 {since} 起）使用；同一目录只能有一个。请先停止它，或另设 DATA_DIR。',
    'The data directory {directory} is in use by another process (number {pid}, since {since}); only one may use it. Stop that one first, or set another DATA_DIR.',
  ],
  'migration-unknown': [
    '数据库来自更新的版本（含本版本没有的迁移 {name}），不能用旧版本打开；请安装新版本，或恢复旧备份。',
    'The database was written by a newer version (it holds the migration {name}, which this version lacks) and cannot be opened by an older one; install the newer version or restore an older backup.',
  ],
  'migration-half-done': [
    '迁移 {name} 上次没有完成，数据库可能不完整；请恢复迁移前的备份后重试。',
    'The migration {name} did not finish last time and the database may be incomplete; restore the backup taken before it and try again.',
  ],
  'migration-edited': [
    '迁移 {name} 的内容与数据库中已执行的不同；程序文件可能损坏或被改动。',
    'The migration {name} differs from the one that the database has run; the program files may be damaged or altered.',
  ],
  'database-unreachable': ['无法打开数据库：{reason}', 'The database cannot be opened: {reason}'],
  'database-encoding': [
    '数据库的字符编码为 {encoding}、区域为 {locale}；需要 UTF8 编码和 UTF-8 区域，否则不能检索中文。',
    'The database has encoding {encoding} and locale {locale}; it needs UTF8 and a UTF-8 locale, without which Chinese cannot be searched.',
  ],
  'database-demonstration': [
    '此数据库是演示数据库，正式系统不能使用；请另设 DATA_DIR 或 DATABASE_URL。',
    'This database was made for a demonstration and cannot serve a real system; set another DATA_DIR or DATABASE_URL.',
  ],
  'demo-logins': [
    '演示登录（密码均为 {password}）：\n{people}\n全部演示人员见登录页。',
    'Demonstration logins (the password of each is {password}):\n{people}\nThe sign-in page lists all of them.',
  ],
  'setup-link': [
    '首次使用：请在 24 小时内打开以下链接，设立系统管理员和安全管理员（只能使用一次）：\n{url}',
    'First use: within 24 hours open this link to create the system administrator and the security officer (it works once):\n{url}',
  ],
  'port-busy': [
    '端口 {port} 已被占用；请停止占用它的程序，或另设 PORT。',
    'Port {port} is in use; stop the program that holds it, or set another PORT.',
  ],
  serving: ['文衡已启动：{url}', 'Wenheng is running: {url}'],
  stopping: [
    '正在停止：完成手头的请求后关闭数据库。',
    'Stopping: the requests at hand are finished, then the database is closed.',
  ],
  'origin-refused': [
    '请求的来源与本站不符，未作任何改动。请从本站页面重新提交。请求编号：{requestId}',
    'The request did not come from a page of this site, nothing was changed. Please submit it again from a page of this site. Request: {requestId}',
  ],
  'body-too-large': [
    '提交的内容超过上限（{limit}），未作任何改动。请求编号：{requestId}',
    'What was sent is larger than the limit ({limit}), nothing was changed. Request: {requestId}',
  ],
  'server-failed': [
    '服务器出错，未能完成请求。请求编号：{requestId}',
    'The server failed and could not complete the request. Request: {requestId}',
  ],
  'command-unknown': [
    '没有这个命令：{name}。可用的命令：{known}',
    'There is no command {name}. The commands are: {known}',
  ],
  'command-offline': [
    '命令 {name} 不能在服务器运行时执行；请先停止服务器。',
    'The command {name} cannot run beside a running server; stop the server first.',
  ],
  'command-usage': ['用法：{usage}', 'Usage: {usage}'],
  'backup-written': ['备份已写入 {path}（{size}）。', 'The backup was written to {path} ({size}).'],
  'backup-unreadable': ['无法读取备份 {path}：{reason}', 'The backup {path} cannot be read: {reason}'],
  'restore-not-empty': [
    '目标数据库不是空的，未作恢复；请另设 DATA_DIR 或 DATABASE_URL。',
    'The target database is not empty, nothing was restored; set another DATA_DIR or DATABASE_URL.',
  ],
  'seed-begun': [
    '新建演示：正在生成清宁市的单位、人员和事项，约需一分钟。',
    'A new demonstration: the units, people and matters of Qingning City are being made; it takes about a minute.',
  ],
  'seed-progress': ['  已办理 {done} / {total} 项', '  {done} of {total} acts done'],
  'seed-unfinished': [
    '演示数据上次没有生成完，不能使用；请删除或另设 {place} 后重新启动。',
    'The demonstration was not finished last time and cannot be used; remove {place} or set another one, then start again.',
  ],
  'demonstration-only': ['此命令只用于演示：{usage}', 'This command is for a demonstration only: {usage}'],
  'file-not-found': ['无法读取文件 {path}。', 'The file {path} cannot be read.'],
  'document-refused': ['未能作为草案：{zh}', 'It was not taken as a draft: {en}'],
  'document-taken': [
    '{file}：读入 {provisions} 个条款单元，其中 {articles} 条；有 {left} 处未带入正文。',
    '{file}: {provisions} provisions were read, {articles} of them articles; {left} pieces were left behind.',
  ],
  'library-progress': ['  已读 {done} / {total}', '  {done} of {total} read'],
  'library-imported': [
    '共读入 {read} 件：新增 {acts} 部，其中仅有标题、缺文本的 {titles} 部；新增文本 {texts} 件；库中已有 {known} 件；未能读入 {faults} 件。',
    '{read} entries were read: {acts} new acts, {titles} of them with their title alone, {texts} new texts; {known} were held already; {faults} could not be read.',
  ],
  'library-administrator': [
    '须以一名系统管理员的名义导入；请用 --as 指明职务（{posts}）。用法：{usage}',
    'An import is done in the name of one system administrator; name the post with --as ({posts}). Usage: {usage}',
  ],
  'restore-done': [
    '已恢复 {tables} 张表共 {rows} 行、{files} 个文件。',
    'Restored {rows} rows in {tables} tables and {files} files.',
  ],
} as const satisfies Record<string, readonly [zh: string, en: string]>

export type SystemSentence = keyof typeof systemSentences
export type SentenceFields = Record<string, string | number>

/** The sentence in Chinese and in English. */
export function systemSentence(code: SystemSentence, fields: SentenceFields = {}): { zh: string; en: string } {
  const fill = (words: string) => words.replace(/\{(\w+)\}/g, (whole, name: string) => String(fields[name] ?? whole))
  const [zh, en] = systemSentences[code]
  return { zh: fill(zh), en: fill(en) }
}

/** Both languages on two lines, for a terminal or a plain page. */
export function systemLines(code: SystemSentence, fields: SentenceFields = {}): string {
  const { zh, en } = systemSentence(code, fields)
  return `${zh}\n${en}`
}
