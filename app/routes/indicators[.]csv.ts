import type { LoaderFunctionArgs } from '@remix-run/node'
import { indicatorsCsv, sheetAnswer } from '#app/server/pages/oversight-csv.server.ts'

export const loader = async ({ request, context }: LoaderFunctionArgs) =>
  sheetAnswer(await indicatorsCsv(request, context))
