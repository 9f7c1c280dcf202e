import { randomBytes, randomUUID } from 'node:crypto'
import type { Request, Response } from 'express'

declare module '@remix-run/node' {
  /** What every loader and action gets beside its request. */
  interface AppLoadContext {
    requestId: string
    /** For the scripts and styles of the page. */
    nonce: string
    /** The address of the person's machine, as far as the proxies are trusted. */
    ip: string
    /** The site as browsers see it: http(s)://host[:port]. */
    origin: string
  }
}

export type RequestMarks = { requestId: string; nonce: string }

export const marks = (response: Response): RequestMarks => response.locals as RequestMarks

/** Gives each request its number and its nonce. */
export function mark(_request: Request, response: Response, next: () => void): void {
  response.locals.requestId = randomUUID()
  response.locals.nonce = randomBytes(16).toString('base64')
  response.setHeader('X-Request-Id', response.locals.requestId)
  next()
}
