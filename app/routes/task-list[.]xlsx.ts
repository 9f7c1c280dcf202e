import type { LoaderFunctionArgs } from '@remix-run/node'
import { taskListSheet } from '#app/server/pages/oversight-sheets.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => taskListSheet(request, context)
