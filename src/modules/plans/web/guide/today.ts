/** The reader's own calendar day as `YYYY-MM-DD`; only pages may ask the clock. */
export function localToday(): string {
  const now = new Date()
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10)
}
