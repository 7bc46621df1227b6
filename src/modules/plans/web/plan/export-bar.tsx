import { Button } from 'antd'
import { useState } from 'react'
import { download } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { useLanguage, useText } from '../../../../web/text.tsx'
import { planDocument, planSheet } from '../../contract.ts'
import type { PlanContext } from '../../domain/lists/notes.ts'
import type { PartProps } from './parts.ts'
import { PrintSheet } from './print-sheet.tsx'
import { usePrint } from './use-print.ts'

/** Excel, Word, the chart on one A3 page, the lists on A4. */
export function ExportBar({ state, plan, names, context }: PartProps & { readonly context: PlanContext }) {
  const say = useText()
  const language = useLanguage()
  const [busy, setBusy] = useState<string | null>(null)
  const [error, setError] = useState<unknown>(null)
  const { mode, print } = usePrint()
  const fetchFile = async (endpoint: typeof planSheet | typeof planDocument) => {
    setBusy(endpoint.name)
    setError(null)
    await download(endpoint, { ...state.request, language }).catch(setError)
    setBusy(null)
  }
  return (
    <>
      <p className="exports">
        <Button loading={busy === planSheet.name} onClick={() => void fetchFile(planSheet)}>
          Excel
        </Button>
        <Button loading={busy === planDocument.name} onClick={() => void fetchFile(planDocument)}>
          Word
        </Button>
        <Button onClick={() => print('chart')} disabled={state.calendar === null}>
          {say({ zh: '打印图（A3 一页）', en: 'Print chart (A3)' })}
        </Button>
        <Button onClick={() => print('list')}>{say({ zh: '打印清单（A4）', en: 'Print lists (A4)' })}</Button>
      </p>
      {error !== null && <Failure error={error} onRetry={() => setError(null)} />}
      {mode && <PrintSheet mode={mode} state={state} plan={plan} names={names} context={context} />}
    </>
  )
}
