import type { RoadDocument } from './corpus-documents.ts'
import type { Journey } from './journeys.ts'

/**
 * `meetings`: how many have dealt with it so far. `receipt`: the number under which the paper came in. `keepsChange`: what the
 * minutes did not ask for is put to the second meeting, instead of being taken back.
 */
export type Road = Journey & {
  document: RoadDocument
  matter: string
  meetings: number
  receipt?: string
  keepsChange?: boolean
  /** What people wrote into the text on this road, where it is not what they write on the whole road. */
  written?: readonly string[]
  /** The red-letterhead document as it was printed. */
  issued?: Uint8Array
  /** A matter of another unit. */
  elsewhere?: string
}

/** The address of a page of the road's matter. */
export const place = (road: Road, page = ''): string => `/matters/${road.matter}${page && `/${page}`}`
