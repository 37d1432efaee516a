import { fork, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'

/** A sheet to set: markup of ours, and all that it says as data, never read as markup. */
type Setting = {
  readonly markup: string
  readonly data: string
  readonly createdAt: number
}

export type Asked = Setting & { readonly id: number }
export type Answered =
  | { readonly id: number; readonly pdf: Buffer }
  | { readonly id: number; readonly failure: string }

type Job = {
  readonly setting: Setting
  readonly resolve: (pdf: Buffer) => void
  readonly reject: (error: Error) => void
  isSecondTry: boolean
}

type Worker = {
  readonly process: ChildProcess
  /** Setting type keeps memory, so a worker is replaced after so many sheets. */
  sheets: number
  job: { readonly id: number; readonly job: Job; readonly late: NodeJS.Timeout } | null
  idle: NodeJS.Timeout | null
}

const MOST_WORKERS = Math.min(4, Math.max(1, availableParallelism()))
const SHEETS_OF_A_WORKER = 500
const PATIENCE_MILLISECONDS = 60_000
const IDLE_MILLISECONDS = 30_000

const workers = new Set<Worker>()
const waiting: Job[] = []
let lastId = 0

/** Sets one sheet in a worker process; a worker that dies over it gets one successor. */
export function setSheet(setting: Setting): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    waiting.push({ setting, resolve, reject, isSecondTry: false })
    assign()
  })
}

/** Ends the workers; what is being set fails. For shutting down. */
export function stopStatements(): void {
  for (const job of waiting.splice(0)) job.reject(new Error('statements are shutting down'))
  for (const worker of workers) {
    worker.job?.job.reject(new Error('statements are shutting down'))
    worker.job = null
    retire(worker)
  }
}

function assign(): void {
  while (waiting.length > 0) {
    const worker = [...workers].find(({ job }) => job === null) ?? hire()
    const job = worker ? waiting.shift() : undefined
    if (!worker || !job) return
    give(worker, job)
  }
}

function give(worker: Worker, job: Job): void {
  lastId += 1
  const id = lastId
  if (worker.idle) clearTimeout(worker.idle)
  worker.sheets += 1
  worker.job = { id, job, late: setTimeout(() => retire(worker), PATIENCE_MILLISECONDS) }
  worker.process.ref()
  worker.process.channel?.ref()
  const asked: Asked = { ...job.setting, id }
  worker.process.send(asked, (error) => {
    if (error) retire(worker)
  })
}

function hire(): Worker | null {
  if (workers.size >= MOST_WORKERS) return null
  const child = fork(join(import.meta.dirname, 'worker.ts'), [], { serialization: 'advanced' })
  const worker: Worker = { process: child, sheets: 0, job: null, idle: null }
  child.on('message', (answer: Answered) => settle(worker, answer))
  child.on('error', () => retire(worker))
  child.on('exit', () => bury(worker))
  workers.add(worker)
  return worker
}

function settle(worker: Worker, answer: Answered): void {
  if (worker.job?.id !== answer.id) return
  const { job, late } = worker.job
  clearTimeout(late)
  worker.job = null
  if ('pdf' in answer) job.resolve(Buffer.from(answer.pdf))
  else job.reject(new Error(`the sheet could not be set: ${answer.failure}`))
  if (worker.sheets >= SHEETS_OF_A_WORKER) retire(worker)
  else rest(worker)
  assign()
}

/** A resting worker keeps no process alive and goes after a while. */
function rest(worker: Worker): void {
  worker.idle = setTimeout(() => retire(worker), IDLE_MILLISECONDS)
  worker.idle.unref()
  worker.process.unref()
  worker.process.channel?.unref()
}

function retire(worker: Worker): void {
  workers.delete(worker)
  if (worker.job) worker.process.kill('SIGKILL')
  // One that has gone by itself says so as an error, which would retire it again, and again.
  else if (worker.process.connected) worker.process.disconnect()
}

function bury(worker: Worker): void {
  workers.delete(worker)
  if (worker.idle) clearTimeout(worker.idle)
  if (worker.job) {
    const { job, late } = worker.job
    clearTimeout(late)
    worker.job = null
    if (job.isSecondTry) job.reject(new Error('the sheet could not be set: its worker died'))
    else waiting.unshift(Object.assign(job, { isSecondTry: true }))
  }
  assign()
}
