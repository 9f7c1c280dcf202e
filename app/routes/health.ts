import { database } from '#app/server/db.server.ts'

/** For the watch of whoever runs the server: 200 when requests can be answered, else 503. */
export async function loader() {
  const { kind, client } = database()
  const answers = await client.$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  )
  return Response.json(
    { status: answers ? 'ok' : 'failing', database: kind },
    { status: answers ? 200 : 503, headers: { 'Cache-Control': 'no-store' } },
  )
}
