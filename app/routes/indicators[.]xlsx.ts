import type { LoaderFunctionArgs } from '@remix-run/node'
import { indicatorsSheet } from '#app/server/pages/oversight-sheets.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => indicatorsSheet(request, context)
