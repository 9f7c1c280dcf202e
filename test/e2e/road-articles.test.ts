import { afterAll, describe, onTestFinished, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { textInArticles } from '../support/corpus-documents.ts'
import { startCity } from '../support/journeys-city.ts'
import type { Road } from '../support/journeys-road.ts'
import { receiveAndOpen } from '../support/journeys-start.ts'
import { walk } from '../support/journeys-walk.ts'

afterAll(closeBrowser)

describe('a text in articles, on the embedded database, with script', () => {
  test('goes the whole road', async () => {
    const server = await startCity('pglite')
    onTestFinished(() => server.remove())
    const document = textInArticles()
    const road: Road = { server, script: true, people: new Map(), document, matter: '', meetings: 0, keepsChange: true }
    await receiveAndOpen(road)
    await walk(road, { unlawfulFirst: true })
  }, 900_000)
})
