// The server while developing: one module graph, loaded and reloaded by Vite.
import { createServer } from 'vite'

const vite = await createServer({ configFile: 'remix.config.js', server: { middlewareMode: true }, appType: 'custom' })
const { serve } = await vite.ssrLoadModule('/app/server/main.server.ts')
await serve(vite)
