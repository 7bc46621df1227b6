import { useQuery, useQueryClient } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getDesk } from '../../contract.ts'

/** The desk as it stands; asked again when somebody comes back, since others edit too. */
export function useDesk() {
  const { zone } = useMember()
  return useQuery({ ...queryOf(getDesk, { zone: zone.code }), staleTime: 0, refetchOnWindowFocus: true })
}

/** After an act: everything of the desk is read again. */
export function useReadAgain() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('catalogue.') })
}
