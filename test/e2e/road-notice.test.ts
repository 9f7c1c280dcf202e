import { afterAll, describe, onTestFinished, test } from 'vitest'
import { closeBrowser } from '../support/browser.ts'
import { noticeWithAttachment } from '../support/corpus-documents.ts'
import { isAvailable } from '../support/database.ts'
import { startCity } from '../support/journeys-city.ts'
import type { Road } from '../support/journeys-road.ts'
import { openDirectly } from '../support/journeys-start.ts'
import { walk } from '../support/journeys-walk.ts'

afterAll(closeBrowser)

describe.skipIf(!isAvailable('postgres'))(
  'a notice with an outline and an attachment, on a database server, without script',
  () => {
    test('goes the whole road', async () => {
      const server = await startCity('postgres')
      onTestFinished(() => server.remove())
      const road: Road = {
        server,
        script: false,
        people: new Map(),
        document: noticeWithAttachment(),
        matter: '',
        meetings: 0,
      }
      await openDirectly(road)
      await walk(road)
    }, 900_000)
  },
)
