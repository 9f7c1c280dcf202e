import { parentPort, workerData } from 'node:worker_threads'
import { runTask, type Task } from './tasks.server.ts'

const task = workerData as Task
parentPort?.postMessage({ result: runTask(task, (progress) => parentPort?.postMessage({ progress })) })
