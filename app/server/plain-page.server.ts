import type { Request, Response } from 'express'
import { type SentenceFields, type SystemSentence, systemLines, systemSentence } from '#app/messages/system.ts'

const escaped = (words: string) => words.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** An answer that needs neither the application nor a script, in both languages. */
export function sendPlainPage(
  request: Request,
  response: Response,
  status: number,
  code: SystemSentence,
  fields: SentenceFields,
): void {
  response.status(status).setHeader('Cache-Control', 'no-store')
  if (!request.accepts('html')) {
    response.type('text/plain').send(systemLines(code, fields))
    return
  }
  const { zh, en } = systemSentence(code, fields)
  response.type('html').send(`<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${status} · 文衡 Wenheng</title></head>
<body><main><h1>${status}</h1><p>${escaped(zh)}</p><p lang="en">${escaped(en)}</p><p><a href="/">文衡 Wenheng</a></p></main></body>
</html>
`)
}
