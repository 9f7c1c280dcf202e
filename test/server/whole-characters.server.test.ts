import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { withoutNulBytes } from '#app/server/whole-characters.server.ts'

/** A page of Chinese words whose lengths put characters on the ends of the buffer that React writes through. */
const page = createElement(
  'main',
  null,
  Array.from({ length: 400 }, (_, index) =>
    createElement('p', { key: index }, `第${index}条　${'应当'.repeat(index % 37)}${'a'.repeat(index % 3)}。`),
  ),
)

async function written(through: NodeJS.ReadWriteStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  renderToPipeableStream(page).pipe(through)
  for await (const chunk of through) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

test('a page of Chinese words arrives without broken characters', async () => {
  const bytes = await written(withoutNulBytes())
  const html = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  expect(html).not.toContain('\0')
  expect(html).toContain('第399条')
})
