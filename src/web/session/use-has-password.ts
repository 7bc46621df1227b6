import { useQuery } from '@tanstack/react-query'
import { listOwnIdentities } from '../../platform/access/contract/provider-sign-in.ts'
import { queryOf } from '../client.ts'

/** Whether a password opens the own account; until that is known, it is taken for one that has. */
export function useHasPassword(): boolean {
  return useQuery(queryOf(listOwnIdentities, {})).data?.hasPassword ?? true
}
