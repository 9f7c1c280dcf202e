import { afterAll, describe, onTestFinished, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { textInArticles } from '../support/corpus-documents.ts'
import { startCity } from '../support/journeys-city.ts'
import { receiveAndOpen, type Road, walk } from '../support/journeys-road.ts'

afterAll(closeBrowser)

describe('a text in articles, on the embedded database, with script', () => {
  test('goes the whole road', async () => {
    const server = await startCity('pglite')
    onTestFinished(() => server.remove())
    const road: Road = { server, script: true, people: new Map(), document: textInArticles(), matter: '', meetings: 0 }
    await receiveAndOpen(road)
    await walk(road, { unlawfulFirst: true })
  }, 900_000)
})
