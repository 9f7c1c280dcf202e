import type { TFunction } from 'i18next'
import { createContext, useContext } from 'react'
import type { MatterKind } from '#app/domain/matter/kinds.ts'

/** Kind of the matter that a page shows; what is said of points and conclusions depends on it. */
const KindContext = createContext<MatterKind>('normative-document')
export const MatterKindProvider = KindContext.Provider
export const useMatterKind = (): MatterKind => useContext(KindContext)

export const pointWord = (t: TFunction, kind: MatterKind, point: string): string =>
  t(`kinds.of.${kind}.points.${point}`, { defaultValue: point })
export const conclusionWord = (t: TFunction, kind: MatterKind, conclusion: string): string =>
  t(`kinds.of.${kind}.conclusions.${conclusion}`, { defaultValue: conclusion })
