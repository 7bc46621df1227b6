import { useQuery } from '@tanstack/react-query'
import { queryOf } from '../../../../web/client.ts'
import { DocumentSheet } from '../../../../web/kit/document/document-sheet.tsx'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useText } from '../../../../web/text.tsx'
import { getWrit } from '../../contract.ts'

/** What a writ says, its code for verification and the digests of its files. */
export function WritText({ id }: { readonly id: string }) {
  const say = useText()
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(getWrit, { zone: zone.code, id }))
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  const { writ, document, prints } = data
  return (
    <div className="writ-text">
      <p className="small">
        {say({ zh: '核验码：', en: 'Code for verification: ' })}
        <a href={`/verify/${writ.code}`}>{writ.code}</a>
      </p>
      {writ.files.map(({ format, sha256 }) => (
        <p key={format} className="small soft writ-digest">
          {format.toUpperCase()} SHA-256: {sha256}
        </p>
      ))}
      {!prints && !writ.files.some(({ format }) => format === 'pdf') && (
        <p className="notice">
          {say({
            zh: '这台服务器没有 Chromium 浏览器，不能生成 PDF；请下载 Word 文件，或打印本页。',
            en: 'This server has no Chromium to print PDFs with: take the Word file, or print this page.',
          })}
        </p>
      )}
      <DocumentSheet document={document} title={`${say(writ.title)} ${writ.number}`} />
    </div>
  )
}
