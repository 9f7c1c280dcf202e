import { createTransport } from 'nodemailer'
import type { Letter, Post } from './outbox.server.ts'

/** Waits of a conversation with a mail server, so that a silent one holds no job. */
const waits = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 }

/** Letters by SMTP. The Message-ID is the letter's own, so that one sent twice is known as one. */
export function smtpPost({ url, from }: { url: string; from: string }): Post & { close(): void } {
  const transport = createTransport({ url, ...waits })
  const domain = from.split('@')[1]
  return {
    send: async ({ id, address, subject, body }: Letter) => {
      await transport.sendMail({ from, to: address, subject, text: body, messageId: `<${id}@${domain}>` })
    },
    close: () => transport.close(),
  }
}
