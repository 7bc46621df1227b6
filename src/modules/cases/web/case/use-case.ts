import { useQuery } from '@tanstack/react-query'
import { call } from '../../../../web/client.ts'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { getCase } from '../../contract.ts'

/** One case in the zone of the page. Another one is never shown in its place while it loads. */
export function useCase(id: string) {
  const { zone } = useMember()
  const input = { zone: zone.code, id }
  return useQuery({
    queryKey: [getCase.name, input],
    queryFn: ({ signal }) => call(getCase, input, { signal }),
    staleTime: 0,
  })
}
