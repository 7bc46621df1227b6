import { Button } from 'antd'
import { useState } from 'react'
import type { ImportRow, ImportView } from '../../kernel/sheet-view.ts'
import { listImportRows, readImport, takeLine } from '../../platform/sheets/contract.ts'
import { useAct } from '../kit/use-act.ts'
import { WordsForm } from '../kit/words-form.tsx'
import { useText } from '../text.tsx'

const stale = [readImport.name, listImportRows.name]

/** A line that is asked about goes in all the same, with a word. */
export function TakeLine({ view, row }: { readonly view: ImportView; readonly row: ImportRow }) {
  const say = useText()
  const [open, setOpen] = useState(false)
  const take = useAct(takeLine, { stale })
  if (!open) {
    return <Button onClick={() => setOpen(true)}>{say({ zh: '看过了，仍要导入', en: 'Looked at, take it' })}</Button>
  }
  return (
    <WordsForm
      act={takeLine.summary}
      label={{ zh: `为什么第 ${row.number} 行不是同一个`, en: `Why line ${row.number} is another` }}
      pending={take.isPending}
      error={take.error}
      onCancel={() => setOpen(false)}
      onSubmit={(words) => take.mutate({ id: view.id, number: row.number, words })}
    />
  )
}
