/** `1 working day`, `3 working days`: how many are said in English. */
export function workdayCount(days: number): string {
  return days === 1 ? '1 working day' : `${days} working days`
}
