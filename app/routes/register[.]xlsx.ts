import type { LoaderFunctionArgs } from '@remix-run/node'
import { registerSheet } from '#app/server/pages/register-view.server.ts'

export const loader = ({ request, context }: LoaderFunctionArgs) => registerSheet(request, context)
