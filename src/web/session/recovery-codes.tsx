import { Button } from 'antd'
import { useText } from '../text.tsx'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onClose: () => void
}

/** Shown once: only a hash of each is kept. */
export function RecoveryCodes({ codes, onClose }: RecoveryCodesProps) {
  const say = useText()
  const save = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([`${codes.join('\n')}\n`], { type: 'text/plain' }))
    link.download = say({ zh: '落地-恢复码.txt', en: 'luodi-recovery-codes.txt' })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
  }
  return (
    <div role="status">
      <p>
        <strong>{say({ zh: '两步验证已启用。', en: 'The second factor is in use.' })}</strong>{' '}
        {say({
          zh: '请抄下或保存这些恢复码：手机丢失时每个可登录一次，以后不再显示。',
          en: 'Keep these recovery codes: each signs you in once when the phone is lost, and they are never shown again.',
        })}
      </p>
      <ul className="recovery-codes" aria-label={say({ zh: '恢复码', en: 'Recovery codes' })}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <p className="form-actions">
        <Button onClick={save}>{say({ zh: '存为文件', en: 'Save as a file' })}</Button>
        <Button type="primary" onClick={onClose}>
          {say({ zh: '我已保存', en: 'I have kept them' })}
        </Button>
      </p>
    </div>
  )
}
