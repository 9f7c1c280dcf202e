import { Worker } from 'node:worker_threads'
import { fail } from '#app/domain/base/result.ts'
import { workerProgram } from '../worker-program.server.ts'
import type { Limits, Reading } from './reading.server.ts'

/**
 * Reads bytes in a thread of its own with a ceiling on memory and time, so that a hostile file can end nothing but its own reading.
 * A thread reads one file and is gone.
 */
export function readInWorker(kind: 'docx' | 'text', bytes: Uint8Array, limits: Limits): Promise<Reading> {
  const { file, options } = workerProgram('import-worker', 'import/worker.server.ts')
  // Copied, because the caller still needs the bytes and a shared pool must not reach the thread.
  const own = Uint8Array.from(bytes)
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, {
      ...options,
      workerData: { kind, bytes: own, limits },
      transferList: [own.buffer],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
      env: {},
    })
    const end = (settle: () => void) => {
      clearTimeout(timer)
      settle()
      void worker.terminate()
    }
    const timer = setTimeout(
      () => end(() => resolve(fail({ code: 'file-timeout', limit: limits.seconds }))),
      limits.seconds * 1000,
    )
    worker.once('message', (reading: Reading) => end(() => resolve(reading)))
    worker.once('error', (error: NodeJS.ErrnoException) =>
      end(() =>
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? resolve(fail({ code: 'file-bomb', limit: limits.memoryMb }))
          : reject(error),
      ),
    )
    worker.once('exit', (code) =>
      end(() => reject(new Error(`The file reader ended with ${code} before it answered.`))),
    )
  })
}
