import type { ChildProcess } from 'node:child_process'
import { fork, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'

const READY = /Sviato is ready: (\S+)/
const LONGEST_START = 120_000
const LONGEST_STOP = 12_000

export type Child = { pid: number; stop: () => Promise<void> }

const ended = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null

const stopperOf = (child: ChildProcess) => async () => {
  if (ended(child)) return
  const gone = new Promise((done) => child.once('exit', done))
  child.kill('SIGTERM')
  await Promise.race([gone, wait(LONGEST_STOP, undefined, { ref: false })])
  if (!ended(child)) child.kill('SIGKILL')
}

/** The product as people run it: the built server in a process of its own, its log in a file. */
export async function startPortal(
  node: string,
  log: string,
  settings: Record<string, string>,
  flags: readonly string[] = [],
): Promise<Child & { url: string }> {
  const file = openSync(log, 'w')
  const child = spawn(node, [...flags, '--enable-source-maps', '.build/serve.js'], {
    stdio: ['ignore', file, file, 'ipc'],
    env: { ...process.env, NODE_ENV: 'production', PORT: '0', WORKER: '0', DEMO: '0', ...settings },
  })
  closeSync(file)
  for (const begun = performance.now(); ; await wait(50)) {
    const url = READY.exec(readFileSync(log, 'utf8'))?.[1]
    if (url)
      return { url: url.replace('localhost', '127.0.0.1'), pid: child.pid ?? 0, stop: stopperOf(child) }
    if (ended(child) || performance.now() - begun > LONGEST_START)
      throw new Error(`the portal did not start, see ${log}`)
  }
}

export type Answering<Question, Answer> = Child & { ask: (question: Question) => Promise<Answer> }

/** This same program in a second process, in another part: it answers one message at a time. */
export function startPart<Question extends object, Answer>(
  node: string,
  part: 'floor' | 'load' | 'planner',
): Answering<Question, Answer> {
  const child = fork(process.argv[1] as string, [part], {
    execPath: node,
    execArgv: ['--enable-source-maps'],
  })
  const ask = (question: Question) =>
    new Promise<Answer>((answer, fail) => {
      const lost = () => fail(new Error(`the part ${part} ended`))
      child.once('exit', lost)
      child.once('message', (message: { error?: string }) => {
        child.off('exit', lost)
        if (message.error) fail(new Error(message.error))
        else answer(message as Answer)
      })
      child.send(question)
    })
  return { pid: child.pid ?? 0, ask, stop: stopperOf(child) }
}

/** The other end of `ask`. */
export function answerWith<Question, Answer>(work: (question: Question) => Promise<Answer>): void {
  process.on('disconnect', () => process.exit(0))
  process.on('message', (question: Question) => {
    work(question).then(
      (answer) => process.send?.(answer),
      (error: unknown) => process.send?.({ error: String(error) }),
    )
  })
}

// The kernel's unit for processor time in /proc: a hundredth of a second on every Linux.
const TICK_MS = 10

/** Processor time that a process has used so far, all its threads, in ms; NaN where the system does not tell. */
export function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return Number.NaN
  }
}
