import type { LoaderFunctionArgs } from '@remix-run/node'
import { oversightSheet } from '#app/server/pages/oversight-sheets.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => oversightSheet(request, context)
