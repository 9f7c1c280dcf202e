import type { Effect } from '#app/domain/acts/act.ts'
import { foldNumber } from '#app/domain/document/numbers.ts'
import type { Instant } from '#app/domain/base/date.ts'
import { textFormat } from '#app/domain/text/model.ts'
import { digestAlgorithm } from '../audit.server.ts'
import { clockMovedTo } from '../clock.server.ts'
import { createAccount, disableAccount, resetPassword } from '../auth/accounts.server.ts'
import type { Tx } from '../db.server.ts'
import type { Prisma } from '../generated/client.ts'
import { type Mailing, tell } from '../repositories/notices.server.ts'
import { touchDirectory } from '../repositories/directory.server.ts'
import { touchCalendar } from '../repositories/law.server.ts'
import { addPackChoice } from '../repositories/packs.server.ts'
import { insertWording, touchLibrary } from '../repositories/law-wordings.server.ts'
import { writeSetting } from '../repositories/settings.server.ts'

export type EffectContext = {
  tx: Tx
  matterId: string | null
  personId: string
  now: Instant
  newId: () => string
  mailing: Mailing
}
type Of<Do extends Effect['do']> = Extract<Effect, { do: Do }>
type Writers = { [Do in Exclude<Effect['do'], 'record'>]: (effect: Of<Do>, context: EffectContext) => Promise<unknown> }

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject

/** One writer an effect. Records are written by the executor itself, with who, when and why. */
const writers: Writers = {
  version: (effect, { tx, matterId, now }) =>
    tx.textVersion.create({
      data: {
        id: effect.id,
        matterId: matterId!,
        number: effect.number,
        format: textFormat,
        tree: plain(effect.tree),
        fingerprint: effect.fingerprint,
        algorithm: digestAlgorithm,
        createdAt: new Date(now),
      },
    }),
  'working-copy': async (effect, { tx, matterId, personId, now }) => {
    const where = { matterId_personId: { matterId: matterId!, personId } }
    const data = {
      baseVersionId: effect.baseVersionId,
      source: effect.source,
      tree: effect.tree ? plain(effect.tree) : undefined,
      savedAt: new Date(now),
    }
    await tx.workingCopy.upsert({
      where,
      create: { matterId: matterId!, personId, ...data },
      update: { ...data, revision: { increment: 1 } },
    })
  },
  'working-copy-cleared': (_, { tx, matterId, personId }) =>
    tx.workingCopy.deleteMany({ where: { matterId: matterId!, personId } }),
  number: async ({ issuedNumberId, allocated }, { tx, matterId, now }) => {
    const { seriesId, kind, year, n, text } = allocated
    await tx.seriesCounter.upsert({
      where: { seriesId_year: { seriesId, year } },
      create: { seriesId, year, next: n + 1 },
      update: { next: n + 1 },
    })
    await tx.issuedNumber.create({
      data: {
        id: issuedNumberId,
        seriesId,
        kind,
        year,
        n,
        text,
        folded: foldNumber(text),
        matterId,
        issuedAt: new Date(now),
      },
    })
  },
  'borrowed-number': ({ issuedNumberId, kind, year, text }, { tx, matterId, now }) =>
    tx.issuedNumber.create({
      data: {
        id: issuedNumberId,
        kind,
        year,
        text,
        folded: foldNumber(text),
        matterId,
        borrowed: true,
        issuedAt: new Date(now),
      },
    }),
  'number-voided': ({ issuedNumberId, reason }, { tx, now }) =>
    tx.issuedNumber.update({ where: { id: issuedNumberId }, data: { voidedAt: new Date(now), voidReason: reason } }),
  unit: async ({ unit }, { tx }) => {
    await tx.unit.upsert({ where: { id: unit.id }, create: unit, update: { ...unit, revision: { increment: 1 } } })
    await touchDirectory(tx)
  },
  person: async ({ person }, { tx }) => {
    await tx.person.upsert({
      where: { id: person.id },
      create: person,
      update: { ...person, revision: { increment: 1 } },
    })
    await touchDirectory(tx)
  },
  post: async ({ post }, { tx }) => {
    await tx.post.upsert({ where: { id: post.id }, create: post, update: post })
    await touchDirectory(tx)
  },
  account: async (effect, { tx }) => {
    await createAccount(tx, effect)
    await touchDirectory(tx)
  },
  password: ({ personId, password }, { tx }) => resetPassword(tx, personId, password),
  'account-disabled': async ({ personId, disabled }, { tx, now }) => {
    await disableAccount(tx, personId, disabled ? now : null)
    await touchDirectory(tx)
  },
  series: async ({ series, next }, { tx }) => {
    await tx.series.upsert({ where: { id: series.id }, create: series, update: series })
    if (next)
      await tx.seriesCounter.upsert({
        where: { seriesId_year: { seriesId: series.id, year: next.year } },
        create: { seriesId: series.id, year: next.year, next: next.n },
        update: { next: next.n },
      })
  },
  pack: async ({ pack, hash, inForce }, { tx, now }) => {
    const data = { inForceAt: inForce ? new Date(now) : null }
    await tx.pack.upsert({
      where: { hash },
      create: { hash, id: pack.id, version: pack.version, value: plain(pack), storedAt: new Date(now), ...data },
      update: inForce ? data : {},
    })
  },
  'pack-choice': ({ choice }, { tx }) => addPackChoice(tx, choice),
  holidays: async ({ notice }, { tx }) => {
    const data = { ...notice, number: notice.number ?? null }
    await tx.holidayNotice.upsert({ where: { year: notice.year }, create: data, update: data })
    await touchCalendar(tx)
  },
  law: async ({ law }, { tx }) => {
    const { id, articles, ...rest } = law
    const data = { ...rest, facts: plain(law.facts) }
    await tx.law.upsert({ where: { id }, create: { id, ...data }, update: data })
    await tx.lawArticle.deleteMany({ where: { lawId: id } })
    await tx.lawArticle.createMany({
      data: articles.map((article, position) => ({ lawId: id, ...article, position })),
    })
    await touchLibrary(tx)
  },
  'law-wording': ({ wording }, { tx }) => insertWording(tx, wording),
  delegation: async ({ delegation }, { tx, now }) => {
    const data = { ...delegation, at: new Date(now) }
    await tx.delegation.upsert({
      where: { id: delegation.id },
      create: data,
      update: { validTo: delegation.validTo },
    })
    await touchDirectory(tx)
  },
  notice: ({ order }, { tx, mailing }) => tell(tx, order, mailing),
  'notices-read': ({ personId }, { tx, now }) =>
    tx.notice.updateMany({ where: { personId, readAt: null }, data: { readAt: new Date(now) } }),
  'mail-address': ({ personId, address }, { tx }) =>
    address
      ? tx.mailAddress.upsert({ where: { personId }, create: { personId, address }, update: { address } })
      : tx.mailAddress.deleteMany({ where: { personId } }),
  'tried-again': ({ what, id }, { tx }) => {
    const again = { where: { id, state: 'failed' }, data: { state: 'waiting', attempts: 0, leaseUntil: null } }
    return what === 'job' ? tx.job.updateMany(again) : tx.mail.updateMany(again)
  },
  setting: async ({ key, value }, { tx }) => {
    const stored =
      key === 'clock' ? clockMovedTo((value as { movedTo: Instant | null }).movedTo) : (value as Prisma.InputJsonValue)
    await writeSetting(tx, key, stored)
  },
}

export const writeEffect = (effect: Exclude<Effect, { do: 'record' }>, context: EffectContext): Promise<unknown> =>
  (writers[effect.do] as (effect: Effect, context: EffectContext) => Promise<unknown>)(effect, context)
