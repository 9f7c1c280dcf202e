import { Worker } from 'node:worker_threads'
import type { LegalText, Provision } from '#app/domain/text/model.ts'
import { workerProgram } from '../worker-program.server.ts'
import { type Progress, type ResultOf, runTask, type Task } from './tasks.server.ts'

/** Not ready yet: for how many seconds it is worked at, and how far it is, where the task tells. */
export type Working = { state: 'working'; seconds: number; progress: Progress | null }
export type Computed<Value> = { state: 'done'; value: Value } | Working

type Entry = { since: number; progress: Progress | null; done: Promise<unknown>; value?: { result: unknown } }

/** Texts of so many characters together take a fraction of a second, less than a thread does to start. */
const mostHere = 12_000
const mostThreads = 2
const mostKept = 24
const mostSeconds = 120
const memoryMb = 768

const entries = new Map<string, Entry>()
const waiting: (() => void)[] = []
let running = 0

const lengthOf = ({ text, children }: Provision): number =>
  children.reduce((sum, one) => sum + lengthOf(one), text.length)
/** A pack is explored for seconds, however short it is. */
const sizeOf = (task: Task): number =>
  'pack' in task
    ? Number.POSITIVE_INFINITY
    : Object.values(task)
        .filter((value): value is LegalText => typeof value === 'object')
        .reduce((sum, { children }) => sum + children.reduce((size, one) => size + lengthOf(one), 0), 0)

async function slot(): Promise<() => void> {
  while (running >= mostThreads) await new Promise<void>((resolve) => waiting.push(resolve))
  running++
  return () => {
    running--
    waiting.shift()?.()
  }
}

async function inThread(task: Task, told: (of: Progress) => void): Promise<unknown> {
  const release = await slot()
  const { file, options } = workerProgram('compute-worker', 'compute/worker.server.ts')
  const worker = new Worker(file, {
    ...options,
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    env: {},
  })
  try {
    return await new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`The task ${task.kind} took more than ${mostSeconds} s.`)),
        mostSeconds * 1000,
      )
      worker.on('message', (message: { progress: Progress } | { result: unknown }) => {
        if ('progress' in message) return told(message.progress)
        clearTimeout(timer)
        resolve(message.result)
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`The task ${task.kind} ended with ${code} before its result.`)))
    })
  } finally {
    void worker.terminate()
    release()
  }
}

/** Begins a task, or takes the one begun before; what failed is begun anew when it is asked for again. */
function begin(key: string, task: () => Task): Entry {
  const known = entries.get(key)
  if (known) {
    entries.delete(key)
    entries.set(key, known)
    return known
  }
  const entry: Entry = { since: Date.now(), progress: null, done: Promise.resolve() }
  const told = (progress: Progress) => {
    entry.progress = progress
  }
  const own = task()
  entry.done = (sizeOf(own) > mostHere ? inThread(own, told) : Promise.resolve().then(() => runTask(own, told))).then(
    (result) => {
      entry.value = { result }
    },
    (error: unknown) => {
      entries.delete(key)
      throw error
    },
  )
  // Whoever asked waits for it or asks again; the failure of a task that nobody waits for ends nothing.
  entry.done.catch(() => {})
  entries.set(key, entry)
  for (const [old, { value }] of entries) {
    if (entries.size <= mostKept) break
    if (value && old !== key) entries.delete(old)
  }
  return entry
}

/**
 * The result of a task on texts that do not change, known by its key. Long ones are done in a thread of their own, so
 * that no request waits for another; whoever asks waits for `patience` milliseconds and is then told how far it is.
 */
export async function computed<Of extends Task>(
  key: string,
  task: () => Of,
  patience = Number.POSITIVE_INFINITY,
): Promise<Computed<ResultOf<Of>>> {
  const entry = begin(key, task)
  if (!entry.value) await settledWithin(entry.done, patience)
  if (entry.value) return { state: 'done', value: entry.value.result as ResultOf<Of> }
  const seconds = Math.round((Date.now() - entry.since) / 1000)
  return { state: 'working', seconds, progress: entry.progress }
}

async function settledWithin(done: Promise<unknown>, patience: number): Promise<void> {
  if (patience === Number.POSITIVE_INFINITY) {
    await done
    return
  }
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience)
  })
  try {
    await Promise.race([done, over])
  } finally {
    clearTimeout(timer)
  }
}
