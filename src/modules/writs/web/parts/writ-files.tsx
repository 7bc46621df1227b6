import { useMutation } from '@tanstack/react-query'
import { download } from '../../../../web/client.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import type { Writ } from '../../contract/writ.ts'
import { getPdfFile, getWordFile, printWrit } from '../../contract.ts'
import { useWritAct } from './use-writs.ts'

/** The files as they were handed out; the PDF is printed when somebody first asks for it. */
export function WritFiles({ writ }: { readonly writ: Writ }) {
  const say = useText()
  const { zone } = useMember()
  const at = { zone: zone.code, id: writ.id }
  const word = useMutation({ mutationFn: () => download(getWordFile, at) })
  const pdf = useMutation({ mutationFn: () => download(getPdfFile, at) })
  const print = useWritAct(printWrit, () => pdf.mutate())
  const printed = writ.files.some(({ format }) => format === 'pdf')
  return (
    <>
      <button type="button" className="link" disabled={word.isPending} onClick={() => word.mutate()}>
        Word<span className="visually-hidden">：{writ.number}</span>
      </button>
      <button
        type="button"
        className="link"
        disabled={pdf.isPending || print.isPending}
        onClick={() => (printed ? pdf.mutate() : print.mutate(at))}
      >
        {print.isPending ? say({ zh: '正在生成 PDF…', en: 'Printing…' }) : 'PDF'}
        <span className="visually-hidden">：{writ.number}</span>
      </button>
      <Refusal error={word.error ?? print.error ?? pdf.error} />
    </>
  )
}
