import type { AppLoadContext } from '@remix-run/node'
import { shanghaiDate } from '#app/domain/base/date.ts'
import { openRounds, standingAnswer, titleOf } from '#app/domain/matter/matter.ts'
import type { Payload } from '#app/domain/matter/records.ts'
import { askedAs, leadUnitOf } from '#app/domain/matter/units.ts'
import { resolveLocale } from '#app/messages/locale.ts'
import { translator } from '#app/messages/translator.ts'
import { perform } from '../acts/perform.server.ts'
import { type Viewer, requireViewer } from '../auth.server.ts'
import { clockOf } from '../clock.server.ts'
import { findDirectory } from '../repositories/directory.server.ts'
import { findCalendar } from '../repositories/law.server.ts'
import { findMatter } from '../repositories/matters.server.ts'
import { world } from '../world.server.ts'
import { actorOf } from './act-form.server.ts'
import { type ShownDeadline, shownDeadline } from './deadline-view.server.ts'

export type WaitingCirculation = {
  matterId: string
  roundId: string
  title: string
  lead: string
  deadline: ShownDeadline
  prepared: { answer: Payload<'answer-prepared'>['answer']; person: string; proposals: number } | null
}

/** Open circulations that wait for an answer of the viewer's unit, the soonest due first. */
export async function waitingCirculations(viewer: Viewer): Promise<WaitingCirculation[]> {
  const { database, settings } = world()
  const { client } = database
  const unitId = viewer.post.unit.id
  const parties = await client.matterParty.findMany({
    where: { unitId, relation: 'consulted' },
    select: { matterId: true },
  })
  const calendar = await findCalendar(client)
  const today = shanghaiDate((await clockOf(client, settings)).now())
  const directory = await findDirectory(client, client)
  const found: WaitingCirculation[] = []
  for (const { matterId } of parties) {
    const matter = await findMatter(client, matterId)
    if (!matter) continue
    for (const round of openRounds(matter)) {
      const { payload } = round.opening
      const own = askedAs(matter, round, unitId)
      if (own.every((asked) => standingAnswer(round, asked))) continue
      const prepared = round.prepared.filter((record) => own.includes(record.payload.unitId)).pop()
      found.push({
        matterId,
        roundId: payload.roundId,
        title: titleOf(matter),
        lead: directory.units.get(leadUnitOf(matter) ?? '')?.shortName ?? '',
        deadline: shownDeadline(payload.dueOn, today, calendar),
        prepared: prepared
          ? {
              answer: prepared.payload.answer,
              person: prepared.names.person,
              proposals: prepared.payload.proposals.length,
            }
          : null,
      })
    }
  }
  return found.sort((a, b) => String(a.deadline.date).localeCompare(String(b.deadline.date)))
}

export type ConsultResult = { title: string; done: boolean; reason: string | null }

const choices: Record<string, { act: string; answer?: string }> = {
  'no-objection': { act: 'send-answer', answer: 'no-objection' },
  'not-concerned': { act: 'send-answer', answer: 'not-concerned' },
  prepared: { act: 'send-prepared-answer' },
}

/** Answers several circulations, each in an act of its own: what one refuses does not hold up the others. */
export async function answerSeveral(request: Request, context: AppLoadContext): Promise<ConsultResult[]> {
  const viewer = await requireViewer(request, context)
  const t = translator(resolveLocale(request.headers.get('Cookie'), viewer.locale))
  const form = await request.formData()
  const choice = choices[String(form.get('choice'))]
  if (!choice) throw new Response(null, { status: 404 })
  const chosen = form.getAll('round').map((value) => String(value).split(' '))
  const results: ConsultResult[] = []
  for (const [matterId = '', roundId = ''] of chosen) {
    const input = { roundId, ...(choice.answer && { answer: choice.answer }) }
    const done = await perform(world(), {
      act: choice.act,
      matterId,
      input,
      actor: actorOf(viewer),
      key: `${form.get('_key')} ${matterId}`,
      requestId: context.requestId,
      origin: context.ip,
    })
    // a matter that the unit has no part in does not exist for it, and has no name here either
    if (!done.ok && done.error.code === 'not-found') throw new Response(null, { status: 404 })
    const matter = await findMatter(world().database.client, matterId)
    const reason = done.ok
      ? null
      : t([`refusals.${done.error.code}`, 'errors.refused'], { ...done.error.fields, post: viewer.post.title })
    results.push({ title: matter ? titleOf(matter) : '', done: done.ok, reason })
  }
  return results
}
