import type { Provision } from '../text/model.ts'

export type Count = { number: number; after: number }
/** A provision and the number that the decision gives it, if it gives one. */
export type Slot = { provision: Provision; pin: Count | null; no: number | null }

/** The provisions in their new order; `astray` are those whose number leaves a gap or is given twice. */
export type Arranged = { slots: Slot[]; astray: Slot[] }

const isBehind = ({ provision, pin }: Slot) => (pin ? pin.after > 0 : provision.after === true)

/** 第十条之一 stays behind 第十条 when that gets another place. */
function grouped(slots: readonly Slot[]): Slot[][] {
  const groups: Slot[][] = []
  for (const slot of slots) {
    const last = groups.at(-1)
    if (isBehind(slot) && last) last.push(slot)
    else groups.push([slot])
  }
  return groups
}

/**
 * Puts provisions in order: those with a number of the decision's stand at it, all others follow one another
 * in their old order in the places left. Counting begins at `first`.
 */
export function arrange(kept: readonly Slot[], incoming: readonly Slot[], first: number): Arranged {
  const behind = incoming.filter(isBehind)
  const groups = [...grouped(kept), ...incoming.filter((slot) => !isBehind(slot)).map((slot) => [slot])]
  const pinned = new Map<number, Slot[]>()
  const astray: Slot[] = []
  const queue: Slot[][] = []
  for (const group of groups) {
    const { pin } = group[0]!
    if (!pin) queue.push(group)
    else if (pinned.has(pin.number)) astray.push(group[0]!, pinned.get(pin.number)![0]!)
    else pinned.set(pin.number, group)
  }
  const slots: Slot[] = []
  for (let number = first; pinned.size || queue.length; number++) {
    const next = pinned.get(number) ?? queue.shift()
    pinned.delete(number)
    if (next) slots.push(...next)
    else {
      const rest = [...pinned.entries()].sort(([one], [other]) => one - other).map(([, group]) => group)
      astray.push(...rest.map(([slot]) => slot!))
      slots.push(...rest.flat())
      break
    }
  }
  for (const slot of behind.sort((one, other) => one.pin!.after - other.pin!.after)) {
    const at = placeBehind(slots, slot.pin!, first)
    if (at < 0) astray.push(slot)
    slots.splice(at < 0 ? slots.length : at, 0, slot)
  }
  return { slots, astray }
}

/** Behind 第十条 and those of its 之一, 之二 that come before. */
function placeBehind(slots: readonly Slot[], pin: Count, first: number): number {
  let number = first - 1
  let after = 0
  let place = -1
  slots.forEach((slot, index) => {
    if (isBehind(slot)) after++
    else {
      number++
      after = 0
    }
    if (number === pin.number && after < pin.after) place = index + 1
  })
  return place
}
