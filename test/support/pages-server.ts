import { demonstrationSettings } from './pages-demonstration.ts'
import { startProcess, type TestServer } from './server.ts'

/** A server on a copy of the demonstration city. */
export async function startDemonstration(): Promise<TestServer> {
  const { origin, env, remove } = await demonstrationSettings()
  const started = await startProcess(env)
  return { ...started, origin, env, remove: () => started.stop('SIGKILL').then(remove) }
}
