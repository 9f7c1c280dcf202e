import type { Started } from './start-up.server.ts'

/** What the database needs before the first request, and the lines that the terminal shows for it. */
export async function prepare(_started: Started): Promise<string[]> {
  return []
}
