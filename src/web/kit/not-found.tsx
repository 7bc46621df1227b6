import { Link } from '@tanstack/react-router'
import { useText } from '../text.tsx'

export function NotFound() {
  const say = useText()
  return (
    <div className="page">
      <h1>{say({ zh: '没有这个页面', en: 'There is no such page' })}</h1>
      <p>
        {say({
          zh: '地址可能少了几个字，或者内容已经移走。',
          en: 'The address may be incomplete, or its content has moved.',
        })}
      </p>
      <p>
        <Link to="/">{say({ zh: '回到首页', en: 'Go to the first page' })}</Link>
      </p>
    </div>
  )
}
