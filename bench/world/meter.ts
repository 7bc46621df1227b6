import { readdirSync, readFileSync } from 'node:fs'

/** Linux counts CPU time in hundredths of a second. */
const tickUs = 10_000

interface Times {
  readonly parent: number
  readonly own: number
  /** Of children that have ended. */
  readonly ended: number
}

function timesOf(pid: number): Times | null {
  const text = unlessGone(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
  if (text === null) return null
  // The name may hold blanks and brackets: fields are counted from the last bracket on. ppid is field 4, utime 14.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const at = (field: number) => Number(fields[field - 3])
  return { parent: at(4), own: at(14) + at(15), ended: at(16) + at(17) }
}

/** CPU time of one process with all its threads, microseconds since it began. */
export function cpuOfProcess(pid: number): number {
  const times = timesOf(pid)
  if (!times) throw new Error(`process ${pid} is gone`)
  return times.own * tickUs
}

/** CPU time of PostgreSQL, microseconds: the postmaster, everything that it has started and everything of it that has ended. */
export function cpuOfPostgres(postmaster: number): number {
  const first = timesOf(postmaster)
  if (!first) throw new Error('PostgreSQL is gone')
  let ticks = first.own + first.ended
  for (const name of readdirSync('/proc')) {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : null
    if (times?.parent === postmaster) ticks += times.own
  }
  return ticks * tickUs
}

/** The postmaster of a backend. */
export function parentOf(pid: number): number {
  const times = timesOf(pid)
  if (!times) throw new Error(`process ${pid} is gone`)
  return times.parent
}

/** CPU time of a process and everything below it that lives, microseconds. */
export function cpuOfTree(root: number): number {
  const all = readdirSync('/proc').flatMap((name) => {
    const times = /^\d+$/.test(name) ? timesOf(Number(name)) : null
    return times ? [{ pid: Number(name), ...times }] : []
  })
  const within = new Set([root])
  // A child may stand before its parent in the list: go on until nothing is added.
  for (let known = 0; known !== within.size; ) {
    known = within.size
    for (const { pid, parent } of all) if (within.has(parent)) within.add(pid)
  }
  return all.filter(({ pid }) => within.has(pid)).reduce((sum, { own }) => sum + own, 0) * tickUs
}

/**
 * Of a process and of a postmaster with all that it has started: answers the CPU time since it was asked last, nanoseconds as the scheduler counts them,
 * which is fine enough for one request. What a thread did that has ended in between is missing.
 */
export function exactMeter(pid: number, postmaster: number): () => number {
  const read = () => {
    const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').split(' ')
    return new Map([pid, postmaster, ...children.filter(Boolean).map(Number)].flatMap(exactTimesOf))
  }
  let last = read()
  return () => {
    const now = read()
    const spent = [...now].reduce((sum, [thread, ns]) => sum + ns - (last.get(thread) ?? 0), 0)
    last = now
    return spent
  }
}

/** By thread; what has ended meanwhile is left out. */
function exactTimesOf(pid: number): [number, number][] {
  const threads = unlessGone(() => readdirSync(`/proc/${pid}/task`)) ?? []
  return threads.flatMap((thread) => {
    const text = unlessGone(() => readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8'))
    return text === null ? [] : [[Number(thread), Number(text.split(' ')[0])]]
  })
}

function unlessGone<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}
