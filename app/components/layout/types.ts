import type { Instant } from '#app/domain/base/date.ts'

export type NavigationItem = { to: string; label: string; current: boolean; count?: number }

export type ViewerPost = { id: string; title: string; unit: string; current: boolean }

export type Viewer = {
  name: string
  /** Title of the post acted in, as it was written. */
  post: string
  unit: string
  posts: ViewerPost[]
  roles: string[]
}

/** What every page of the workbench shows around its own. Plain data. */
export type ShellData = {
  viewer: Viewer | null
  /** The instant of the clock, only while it has been moved. */
  clock: Instant | null
  mode: 'demo' | 'production'
  /** Notices that the person has not seen; absent where he gets none. */
  unread?: number
  navigation: NavigationItem[]
  about: { version: string; build?: string }
}
