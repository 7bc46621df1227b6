import { useRouter } from '@tanstack/react-router'
import { firstPage } from './first-page.ts'
import type { WorkZone } from './use-work.ts'

/** Where somebody with these roles begins, among the pages that are built in. */
export function useFirstPage(): (zone: WorkZone | undefined) => string {
  const { routesByPath } = useRouter()
  return (zone) => firstPage(zone?.roles ?? [], (path) => path in routesByPath)
}
