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
  let text: string
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return null
  }
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
