import type { LibraryVersion } from '../citation/library.ts'
import type { Delegation, Person, Post, Unit } from '../access/directory.ts'
import type { HolidayNotice } from '../calendar/working-days.ts'
import type { Series } from '../document/numbers.ts'
import type { NoticeOrder } from '../matter/notices.ts'
import type { Pack } from '../procedure/pack.ts'
import type { PackChoice } from '../procedure/pack-choice.ts'

/** Effects on what is not a matter: directory, accounts, series, packs, calendar, law library, clock. */
export type SystemEffect =
  | { do: 'unit'; unit: Unit }
  | { do: 'person'; person: Omit<Person, 'account'> }
  | { do: 'post'; post: Omit<Post, 'personName'> }
  | { do: 'account'; personId: string; username: string; password: string; mustChange: boolean }
  | { do: 'password'; personId: string; password: string }
  | { do: 'account-disabled'; personId: string; disabled: boolean }
  | { do: 'series'; series: Omit<Series, 'next'>; next: { year: number; n: number } | null }
  | { do: 'pack'; pack: Pack; hash: string; inForce: boolean }
  | { do: 'pack-choice'; choice: PackChoice }
  | { do: 'holidays'; notice: HolidayNotice }
  | { do: 'law'; law: ImportedLaw }
  | { do: 'law-wording'; wording: ImportedWording }
  | { do: 'delegation'; delegation: Delegation }
  | { do: 'notice'; order: NoticeOrder }
  | { do: 'notices-read'; personId: string }
  | { do: 'mail-address'; personId: string; address: string | null }
  | { do: 'tried-again'; what: 'job' | 'mail'; id: string }
  | { do: 'setting'; key: 'clock' | 'county-mode'; value: unknown }

export type ImportedLaw = {
  id: string
  title: string
  aliases: string[]
  kind: string
  number: string | null
  facts: Record<string, unknown>
  articles: Array<{ label: string; text: string; source: string; verification: string }>
}

/** One wording of an act from a file. `articles` are empty where there is no text, or a newer wording is held. */
export type ImportedWording = {
  lawId: string
  title: string
  kind: string
  number: string | null
  aliases: string[]
  version: LibraryVersion
  source: string
  hash: string
  articles: Array<{ label: string; text: string }>
}
