// The Vite configuration of the Remix application: remix vite:build --config remix.config.js
import { vitePlugin as remix } from '@remix-run/dev'
import mantine from 'postcss-preset-mantine'
import { defineConfig } from 'vite'
import legacyCss from './app/styles/legacy-css.js'

/** Domestic desktop browsers go down to Chromium 86; the others are of the same age. */
const browsers = ['chrome86', 'edge86', 'firefox91', 'safari14']

/**
 * The server and the commands are entries of one build, beside the Remix server build that they load.
 * So each module exists once in the process, and with it the one embedded database.
 */
const serverEntries = {
  name: 'server-entries',
  config: (_config, { isSsrBuild, command }) =>
    command === 'build' && isSsrBuild
      ? {
          build: {
            rollupOptions: {
              input: {
                index: 'virtual:remix/server-build',
                main: 'app/cli/serve.ts',
                cli: 'app/cli/main.ts',
                // A hostile file is read in a thread of its own.
                'import-worker': 'app/server/import/worker.server.ts',
                // What takes long to compute leaves the other requests alone.
                'compute-worker': 'app/server/compute/worker.server.ts',
              },
              output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
            },
          },
        }
      : {},
}

/** Lexical ships its development build, a third larger, unless it is asked for the other one. */
const conditions = ['production', 'module', 'import', 'default']

export default defineConfig(({ command, isSsrBuild }) => ({
  publicDir: 'app/public',
  build: { target: isSsrBuild ? 'node20' : browsers, cssTarget: browsers, assetsInlineLimit: 0, sourcemap: false },
  resolve: command === 'build' ? { conditions: isSsrBuild ? ['node', ...conditions] : ['browser', ...conditions] } : {},
  ssr: {
    // Bundled, so that the server renders with the same build of the editor that the browser runs.
    noExternal: [/^@?lexical/],
    resolve: { conditions: ['node', ...conditions], externalConditions: ['node', 'production'] },
  },
  css: { postcss: { plugins: [mantine(), legacyCss()] } },
  plugins: [
    remix({
      ignoredRouteFiles: ['**/.*'],
      future: {
        v3_fetcherPersist: true,
        // off: after a deployment, lazy discovery reloads the page and typed text is lost
        v3_lazyRouteDiscovery: false,
        v3_relativeSplatPath: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
    serverEntries,
  ],
}))
