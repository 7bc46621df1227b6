import { useId, useState } from 'react'
import { sha256 } from '../../../../kernel/sha256.ts'
import { useText } from '../../../../web/text.tsx'
import type { Verification } from '../../contract/verify.ts'

/** Compares a file that the visitor has with what was handed out; it does not leave the device. */
export function CompareFile({ files }: Pick<Verification, 'files'>) {
  const say = useText()
  const id = useId()
  const [found, setFound] = useState<{ name: string; same: string | null } | null>(null)
  const compare = async (file: File | undefined) => {
    if (!file) return
    const digest = sha256(new Uint8Array(await file.arrayBuffer()))
    setFound({ name: file.name, same: files.find((one) => one.sha256 === digest)?.format ?? null })
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input within takes keys
    <div
      className="verify-drop"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void compare(event.dataTransfer.files[0])
      }}
    >
      <label htmlFor={id}>
        {say({
          zh: '比对文件：选择或拖入您手里的 Word 或 PDF（只在本机计算，不上传）',
          en: 'Compare a file: choose or drop your Word or PDF (computed here, not sent)',
        })}
      </label>
      <input id={id} type="file" accept=".docx,.pdf" onChange={(event) => void compare(event.target.files?.[0])} />
      {found && (
        <p role="status" className={found.same === null ? 'verify-ended' : 'verify-good'}>
          {found.same === null
            ? say({
                zh: `✕ “${found.name}”与出具的文件不一致：可能被改动或重新保存过。`,
                en: `✕ "${found.name}" is not the file that was handed out: it was changed or saved again.`,
              })
            : say({
                zh: `✓ “${found.name}”与出具的文件一致。`,
                en: `✓ "${found.name}" is the file that was handed out.`,
              })}
        </p>
      )}
    </div>
  )
}
