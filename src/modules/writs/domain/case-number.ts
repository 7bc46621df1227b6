/** A case's number as people say it: the last twelve signs of its id, in groups of four. */
export function caseNumber(id: string): string {
  const signs = id.replace(/-/g, '').slice(-12).toUpperCase()
  return (signs.match(/.{4}/g) ?? [signs]).join('-')
}
