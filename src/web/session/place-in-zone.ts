/** Where a page lies in another zone: the same address, but of a page on one record (`/projects/$id`) the page above it. */
export function placeInZone(route: string, path: string): string {
  const ofRecord = route.split('/').indexOf('$id')
  return ofRecord === -1 ? path : path.split('/').slice(0, ofRecord).join('/') || '/'
}
