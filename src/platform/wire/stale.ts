/** PostgreSQL's codes for a prepared statement that is not what it was: its result has other columns now, or it is not there (or is already). */
const goneCodes = new Set(['26000', '42P05'])

/** Whether a statement failed only because the schema was changed since it was prepared: sent anew, it works. */
export function isStale(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error)) return false
  if (goneCodes.has(String(error.code))) return true
  return error.code === '0A000' && 'routine' in error && error.routine === 'RevalidateCachedQuery'
}
