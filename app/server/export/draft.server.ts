import { Bookmark } from 'docx'
import type { LegalText } from '#app/domain/text/model.ts'
import { originBookmark, originProperties } from '../import/origin.server.ts'
import type { FileOrigin } from '../import/reading.server.ts'
import { setText, titleOf } from './legal-text.server.ts'
import { line, pack, page } from './paper.server.ts'

export const templateVersion = 'draft/1'

export type Draft = { text: LegalText; origin: FileOrigin }

/** The bare text to be sent out and worked on in Word. It carries its origin unseen, so that it is known when it comes back. */
export async function draft({ text, origin }: Draft): Promise<Uint8Array> {
  const marks = originBookmark.names(origin).map((id) => new Bookmark({ id, children: [] }))
  const carrier = marks.length > 0 ? [line(marks, { free: true })] : []
  const properties = { [originProperties.matter]: origin.matterId, [originProperties.version]: origin.versionId }
  return pack([page([...setText(text), ...carrier])], { title: titleOf(text), properties })
}
