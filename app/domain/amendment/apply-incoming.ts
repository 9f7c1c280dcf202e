import type { Address } from '../text/address.ts'
import { fold } from '../text/fold.ts'
import type { Provision, ProvisionKind } from '../text/model.ts'
import { readProvisions } from './apply-content.ts'
import { readDivisionWording, readPlain } from './apply-wording.ts'
import {
  addressIn,
  all,
  claim,
  comesIn,
  countOf,
  isDivision,
  lastOf,
  one,
  pin,
  type Plan,
  settle,
  touchList,
  type Work,
} from './apply-work.ts'
import { below, outlineKind } from './apply-places.ts'
import { dropHeading } from './apply-divisions.ts'
import type { Range, Wording } from './instruction.ts'

export const renumber: Plan<'renumber'> = (work, no, { from, to }) => {
  const found = all(
    work,
    no,
    from.map((address) => ({ address })),
  )
  for (const [index, old] of (found ?? []).entries()) pin(work, no, old, to[index])
}

export const remove: Plan<'delete'> = (work, no, { targets }) => {
  const found = all(work, no, targets)
  for (const [index, old] of (found ?? []).entries()) {
    if (targets[index]!.part === 'heading') {
      dropHeading(work, no, old)
      continue
    }
    claim(work, no, old, 'whole')
    for (const { id } of isDivision(old.kind) ? below(old) : [old]) work.gone.add(id)
    touchList(work, old)
  }
}

export const insert: Plan<'insert'> = (work, no, { kind, under, after, provisions, holds }) => {
  const into = under.length ? one(work, no, { address: under }) : null
  const behind = after ? one(work, no, { address: after }) : null
  if ((under.length && !into) || (after && !behind)) return
  for (const { as, wording } of provisions) {
    const number = as ?? (behind ? next(addressIn(work, behind)) : null)
    if (isDivision(kind)) insertDivision(work, no, kind, into, number, wording, holds)
    else if (kind === 'attachment-list') insertAttachmentList(work, no, wording)
    else if (!number) settle(work, no, 'ambiguous', into ? [addressIn(work, into)] : [])
    else {
      const [own, provisions] = readIncoming(work, kind, into, number, wording)
      comesIn(work, no, { kind: own, under: into, as: number, provisions })
    }
  }
}

/** What comes in, of the kind that it is where it comes in: 项 of an outline are （一）, its paragraphs 自然段. */
function readIncoming(
  work: Work,
  kind: ProvisionKind,
  into: Provision | null,
  as: Address,
  wording: Wording,
): [ProvisionKind, Provision[]] {
  const annex = into ? work.places.annexOf(into.id) : as[0]?.kind === 'annex' ? null : ''
  const isOutline = kind !== 'annex' && annex !== null && work.places.isOutline(annex)
  if (!isOutline) return [kind, readProvisions(kind, wording, work.newId)]
  const own = outlineKind(kind)
  return [own, own === 'paragraph' ? readPlain(wording, work.newId) : readProvisions(own, wording, work.newId)]
}

/** 附件说明 stands behind the text and before signature, date and annexes (GB/T 9704-2012 7.3.4). */
function insertAttachmentList(work: Work, no: number, wording: Wording) {
  const { children } = work.root
  const known = children.find(({ kind }) => kind === 'attachment-list')
  if (known && fold(known.text) === fold(wording.join('\n'))) return settle(work, no, 'already-done')
  if (known) return settle(work, no, 'conflict')
  const at = children.findIndex(({ kind }) => kind === 'signature' || kind === 'date' || kind === 'annex')
  const list: Provision = { id: work.newId(), kind: 'attachment-list', text: wording.join('\n'), children: [] }
  children.splice(at < 0 ? children.length : at, 0, list)
}

const next = (address: Address): Address => [
  ...address.slice(0, -1),
  { ...lastOf(address), number: lastOf(address).number + 1 },
]

function insertDivision(
  work: Work,
  no: number,
  kind: ProvisionKind,
  under: Provision | null,
  as: Address | null,
  wording: Wording,
  holds: Range | undefined,
) {
  const { provision, number, articles } = readDivisionWording(wording, kind, work.newId)
  const own: Address | null = as ?? (number ? [{ kind, number }] : null)
  if (!own) return settle(work, no, 'ambiguous')
  work.divisions.push({ no, under, as: own, provision })
  work.live.set(provision.id, provision)
  if (holds) work.memberships.push(membership(no, provision, holds))
  for (const inner of provision.children) work.live.set(inner.id, inner)
  for (const { provision: article, number, after, under: division } of articles) {
    if (!number) return settle(work, no, 'ambiguous')
    const as: Address = [after ? { kind: 'article', number, after } : { kind: 'article', number }]
    comesIn(work, no, { kind: 'article', under: division, as, provisions: [article] })
  }
}

const membership = (no: number, division: Provision, { from, to }: Range) => ({
  no,
  division,
  from: countOf(lastOf(from)),
  to: countOf(lastOf(to)),
})

export const regroup: Plan<'regroup'> = (work, no, { division, holds }) => {
  const old = one(work, no, { address: division })
  if (old) work.memberships.push(membership(no, work.live.get(old.id)!, holds))
}

export const move: Plan<'move'> = (work, no, { from, to, wording }) => {
  const old = one(work, no, { address: from })
  if (!old) return
  claim(work, no, old, 'whole')
  const live = work.live.get(old.id)!
  const kind = lastOf(to).kind
  work.gone.add(old.id)
  touchList(work, old)
  const moved: Provision = { ...live, kind: kind === 'article' ? live.kind : kind }
  if (!wording) {
    const article = { id: work.newId(), kind, text: '', children: [asParagraph(moved)] }
    return comesIn(work, no, {
      kind,
      under: null,
      as: to,
      provisions: [kind === 'article' ? article : moved],
      from: old,
    })
  }
  const [first, ...more] = readProvisions(kind, wording, work.newId)
  if (!first) return settle(work, no, 'ambiguous')
  const holder = kind === 'article' ? first.children[0] : first
  if (holder) holder.id = old.id
  if (holder) work.rewritten.add(old.id)
  comesIn(work, no, { kind, under: null, as: to, provisions: [first, ...more], from: old })
}

const asParagraph = (provision: Provision): Provision =>
  provision.kind === 'subparagraph' ? { ...provision, kind: 'paragraph' } : provision
