import { type Carrier, carrierWords } from '#app/domain/document/genres.ts'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { titleOf } from './legal-text.server.ts'

export type Carried = { carrier: Carrier; issuers: readonly string[]; text: LegalText; isEnclosed?: boolean }

/** How a carrier names what it does with the text, and its one sentence; other carriers are always drafted themselves. */
const customary: Partial<Record<Carrier, { verb: string; sentence: (title: string) => string }>> = {
  notice: { verb: '印发', sentence: (title) => `现将《${title}》印发给你们，请认真贯彻执行。` },
  'public-notice': { verb: '发布', sentence: (title) => `现发布《${title}》，请遵照执行。` },
  'notice-to-public': { verb: '发布', sentence: (title) => `现发布《${title}》，请遵照执行。` },
}

const nested = (title: string) => title.replace(/《/g, '〈').replace(/》/g, '〉')

const provision = (kind: Provision['kind'], text: string, children: Provision[] = []): Provision => ({
  id: `carrier-${kind}`,
  kind,
  text,
  children,
})

/**
 * 办法, 规定 and the like are no kind of official paper (党政机关公文处理工作条例 第八条, from memory): they go out with a notice. A draft
 * that is the enclosed text alone gets the customary notice around it; one that has its own is left as it is.
 */
export function withCarrier({ carrier, issuers, text, isEnclosed }: Carried): LegalText {
  const custom = customary[carrier]
  const title = titleOf(text)
  if (!isEnclosed || !custom || !title || text.children.some(({ kind }) => kind === 'enclosure')) return text
  const named = nested(title)
  return {
    ...text,
    children: [
      provision('title', `${issuers.join('、')}关于${custom.verb}《${named}》的${carrierWords[carrier]}`),
      provision('paragraph', custom.sentence(named)),
      provision('enclosure', '', text.children),
    ],
  }
}
