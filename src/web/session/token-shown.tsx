import { Button } from 'antd'
import { useState } from 'react'
import { useText } from '../text.tsx'

/** The token just made. Only its hash is kept: it is shown this once. */
export function TokenShown({ token, onClose }: { readonly token: string; readonly onClose: () => void }) {
  const say = useText()
  const [copied, setCopied] = useState(false)
  return (
    <div role="status">
      <p>
        {say({
          zh: '令牌只显示这一次，请现在复制到程序的配置里。请求时放在请求头 Authorization: Bearer 之后。',
          en: 'The token is shown this once: copy it into your program now. It goes into the header Authorization: Bearer.',
        })}
      </p>
      <p className="factor-key">{token}</p>
      <p className="form-actions">
        {window.isSecureContext && (
          <Button type="primary" onClick={() => void navigator.clipboard.writeText(token).then(() => setCopied(true))}>
            {copied ? say({ zh: '已复制', en: 'Copied' }) : say({ zh: '复制', en: 'Copy' })}
          </Button>
        )}
        <Button onClick={onClose}>{say({ zh: '我已保存', en: 'I have kept it' })}</Button>
      </p>
    </div>
  )
}
