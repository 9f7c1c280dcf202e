import { evidenceFields } from '#app/components/closing/evidence-fields.ts'
import type { EvidenceStep } from '#app/domain/procedure/evidence-kinds.ts'
import { translator } from '#app/messages/translator.ts'
import { at, changesNothing, does, type Typed } from './journeys.ts'
import { place, type Road } from './journeys-road.ts'

/** What a kind of evidence says, by the names of its fields: days, words, and of a list the value. */
export type Said = { by?: string; [field: string]: string | number | boolean | string[] | undefined }
/** What a gate says before the evidence exists, and the evidence that opens it. */
export type Wanted = [says: string, step: EvidenceStep, said: Said]

const t = translator('zh-CN')
const paper: Said = {
  document: '凭证',
  reference: '清城管〔2026〕9号',
  person: '承办人',
  on: '2026-02-20',
}

/** The labels of the form of this kind, and what a person writes or ticks there. */
function typedFor(step: EvidenceStep, { by: _, ...said }: Said): Typed {
  const known: Said = { ...paper, ...said }
  const typed: Typed = {}
  for (const { name, label, options } of evidenceFields(step, [])) {
    const value = known[name.replace(/^fields\./, '')]
    if (value === undefined) continue
    const shown = (one: unknown) => {
      const option = options?.find((each) => each.value === String(one))
      return option ? ('labelKey' in option && option.labelKey ? t(option.labelKey) : option.value) : String(one)
    }
    typed[t(label)] = Array.isArray(value) ? value.map(shown) : shown(value)
  }
  return typed
}

/** Enters the evidence of a step on the form of its kind. */
export async function enters(road: Road, step: EvidenceStep, said: Said): Promise<void> {
  const person = await at(road, said.by ?? 'drafter')
  await does(person, `${place(road, 'closing')}?evidence=${step}`, 'enter-evidence', { typed: typedFor(step, said) })
}

/** Each gate in its turn: what is tried is refused with its words and changes nothing, then its evidence is entered. */
export async function supplies(road: Road, attempt: () => Promise<string>, wanted: readonly Wanted[]): Promise<void> {
  for (const [says, step, said] of wanted) {
    await changesNothing(road, attempt, says)
    await enters(road, step, said)
  }
}

/** All at once: what is tried is refused with the words of every gate, then all the evidence is entered. */
export async function suppliesAll(
  road: Road,
  attempt: () => Promise<string>,
  wanted: readonly Wanted[],
): Promise<void> {
  await changesNothing(road, attempt, ...wanted.map(([says]) => says))
  for (const [, step, said] of wanted) await enters(road, step, said)
}
