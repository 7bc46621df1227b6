import { Button } from 'antd'
import { asProblem } from '../problem-answer.ts'
import { useText } from '../text.tsx'

interface FailureProps {
  readonly error: unknown
  readonly onRetry?: () => void
}

/** One clear sentence in place of what could not be shown, and the way on. */
export function Failure({ error, onRetry }: FailureProps) {
  const say = useText()
  const problem = asProblem(error)
  return (
    <div role="alert" className="notice notice-error">
      <p>
        <strong>{say({ zh: '没有成功：', en: 'This did not work: ' })}</strong>
        {say(problem.text)}
      </p>
      {problem.code === 'access.second_factor_needed' && (
        <p>
          <a href="/account">{say({ zh: '去设置两步验证', en: 'Set up the second factor' })}</a>
        </p>
      )}
      <Button onClick={onRetry ?? (() => location.reload())}>{say({ zh: '重试', en: 'Try again' })}</Button>
    </div>
  )
}
