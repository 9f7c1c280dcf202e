/** The server: build/server/main.js. */
import { serve } from '#app/server/main.server.ts'

// Not awaited: the server loads the pages from a chunk beside this one.
void serve()
