import { totalmem } from 'node:os'

const mb = 1024 * 1024
/** What PostgreSQL takes when it is not told. */
const least = 128
/** With so much the figures in docs/performance.md were measured. More is the operating system's to give to whom it thinks best. */
const most = 512

/** How much of its own files PostgreSQL keeps before it: an eighth of this machine's memory, or of what a container leaves us. It is taken as it is used. */
export function buffersMb(bytes = ourMemory()): number {
  return Math.min(most, Math.max(least, Math.floor(bytes / 8 / mb)))
}

/** Without a limit the system names none, or one beyond any machine. */
function ourMemory(): number {
  const limit = process.constrainedMemory()
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem()
}
