import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { FieldView, KindView } from '../../../../kernel/kind-view.ts'
import type { Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { useMember } from '../../session/use-work.ts'
import { doorsOf, type Row } from '../doors.ts'
import { refreshRecord } from '../use-record.ts'
import { useTitleOf } from '../use-title-of.ts'

interface Move {
  readonly row: Row
  readonly stage: string
}

/** Gives a record another stage: a change as any other, at the version that is on the board. */
export function useMoveStage(kind: KindView, field: FieldView) {
  const { zone } = useMember()
  const client = useQueryClient()
  const titleOf = useTitleOf(kind)
  const doors = doorsOf(kind)
  const [said, setSaid] = useState<Label | null>(null)
  const act = useMutation({
    mutationFn: ({ row, stage }: Move) =>
      call(doors.update, { zone: zone.code, id: row.id, version: row.version, [field.name]: stage }),
    onSuccess: async ({ record }, { stage }) => {
      const option = field.options.find(({ value }) => value === stage)?.label
      const title = titleOf(record)
      setSaid(option ? { zh: `“${title}”已移到“${option.zh}”。`, en: `"${title}" is now in ${option.en}.` } : null)
      await refreshRecord(client, kind, { zone: zone.code, record })
    },
    onError: () => client.invalidateQueries({ queryKey: [doors.list.name] }),
  })
  const to = (row: Row, stage: string) => {
    if (row[field.name] !== stage) act.mutate({ row, stage })
  }
  return { to, said, error: act.error }
}
