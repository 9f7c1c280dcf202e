import { parentPort, workerData } from 'node:worker_threads'
import { readBytes } from './read-bytes.server.ts'
import type { Limits } from './reading.server.ts'

const { kind, bytes, limits } = workerData as { kind: 'docx' | 'text'; bytes: Uint8Array; limits: Limits }

parentPort?.postMessage(await readBytes(kind, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), limits))
