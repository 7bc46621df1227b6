import { useMutation } from '@tanstack/react-query'
import { downloadFile } from '../../../platform/files/contract.ts'
import { download } from '../../client.ts'
import { useText } from '../../text.tsx'
import { Refusal } from '../refusal.tsx'
import { useMember } from '../session/use-work.ts'
import './files.css'

/** Hands a stored file to the browser's downloads. */
export function DownloadButton({ id, name }: { readonly id: string; readonly name: string }) {
  const say = useText()
  const { zone } = useMember()
  const fetching = useMutation({ mutationFn: () => download(downloadFile, { zone: zone.code, id }) })
  return (
    <>
      <button type="button" className="link" disabled={fetching.isPending} onClick={() => fetching.mutate()}>
        {say({ zh: '下载', en: 'Download' })}
        <span className="visually-hidden">{say({ zh: `：${name}`, en: `: ${name}` })}</span>
      </button>
      <Refusal error={fetching.error} />
    </>
  )
}
