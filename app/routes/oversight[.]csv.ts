import type { LoaderFunctionArgs } from '@remix-run/node'
import { oversightCsv, sheetAnswer } from '#app/server/pages/oversight-csv.server.ts'

export const loader = async ({ request, context }: LoaderFunctionArgs) =>
  sheetAnswer(await oversightCsv(request, context))
