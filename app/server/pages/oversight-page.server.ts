import type { AppLoadContext } from '@remix-run/node'
import { type Sight, sightOf } from '#app/domain/oversight/sight.ts'
import { requireViewer } from '../auth.server.ts'
import type { Scope } from '../repositories/measures.server.ts'
import { pageFor, type WorkbenchPage } from './workbench-page.server.ts'

export type OversightPage = WorkbenchPage & { scope: Scope; query: URLSearchParams }

/** For whoever sees over matters as far as `sights` allows; for others the page does not exist. */
export async function loadOversight(
  request: Request,
  context: AppLoadContext,
  sights: readonly Sight[] = ['all', 'own'],
): Promise<OversightPage> {
  const viewer = await requireViewer(request, context)
  const sight = sightOf(viewer.post.roles)
  if (!sight || !sights.includes(sight)) throw new Response(null, { status: 404 })
  return {
    ...(await pageFor(request, viewer)),
    scope: { unitId: viewer.post.unit.id, sight },
    query: new URL(request.url).searchParams,
  }
}

/** A year that is spoken of, or the one that the clock shows. */
export function yearAsked({ query, today }: OversightPage, years: readonly number[]): number {
  const asked = Number(query.get('year'))
  return years.includes(asked) ? asked : Number(today.slice(0, 4))
}

export const pageAsked = ({ query }: OversightPage): number => Math.max(1, Math.trunc(Number(query.get('page'))) || 1)

/** Years to choose from, the present one among them. */
export const yearsWith = (years: readonly number[], today: string): number[] =>
  [...new Set([Number(today.slice(0, 4)), ...years])].sort((one, other) => other - one)
