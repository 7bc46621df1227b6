import { useQuery } from '@tanstack/react-query'
import type { Label } from '../../../kernel/label.ts'
import { listWords, type SubjectWords } from '../../../platform/journal/contract.ts'
import { call } from '../../client.ts'
import { useWork } from '../session/use-work.ts'

/** What the journal's subjects and actions are called. */
export interface Words {
  readonly subjects: readonly SubjectWords[]
  readonly subjectName: (kind: string) => Label
  readonly actionName: (kind: string, action: string) => Label
}

const none: readonly SubjectWords[] = []

/** The words of the journal as the modules declare them; codes stand as they are until they have come. */
export function useWords(): Words {
  const zone = useWork()?.zone.code ?? ''
  const { data } = useQuery({
    queryKey: [listWords.name, zone],
    queryFn: ({ signal }) => call(listWords, { zone }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    enabled: zone !== '',
  })
  const subjects = data?.subjects ?? none
  const of = (kind: string) => subjects.find((subject) => subject.kind === kind)
  return {
    subjects,
    subjectName: (kind) => of(kind)?.label ?? { zh: kind, en: kind },
    actionName: (kind, action) =>
      of(kind)?.actions.find((one) => one.action === action)?.label ?? { zh: action, en: action },
  }
}
