import { useText } from '../text.tsx'

/** While a page asks for what it shows. */
export function Opening() {
  const say = useText()
  return (
    <p role="status" className="page soft">
      {say({ zh: '正在打开…', en: 'Opening…' })}
    </p>
  )
}
