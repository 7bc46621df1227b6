import { Button } from 'antd'
import type { KindView } from '../../../kernel/kind-view.ts'
import { useText } from '../../text.tsx'

interface ZeroStateProps {
  readonly kind: KindView
  /** Whether anything narrows the list: then it is not the zone that has none. */
  readonly narrowed: boolean
  readonly onCreate: () => void
  readonly onClear: () => void
}

/** In place of an empty list: what will stand here, and the one thing to do. */
export function ZeroState({ kind, narrowed, onCreate, onClear }: ZeroStateProps) {
  const say = useText()
  const { one, many } = kind.labels
  if (narrowed) {
    return (
      <div className="card zero">
        <p role="status">
          {say({ zh: `没有符合条件的${one.zh}。`, en: `No ${many.en.toLowerCase()} fit these conditions.` })}
        </p>
        <Button onClick={onClear}>{say({ zh: '清除条件', en: 'Clear the conditions' })}</Button>
      </div>
    )
  }
  return (
    <div className="card zero">
      <p role="status">
        {say({
          zh: `还没有${one.zh}。登记后，这里按条列出，可以筛选、排序和查找。`,
          en: `No ${many.en.toLowerCase()} yet. They will be listed here, to be narrowed, ordered and searched.`,
        })}
      </p>
      {kind.may.write ? (
        <Button type="primary" onClick={onCreate}>
          {say({ zh: `新建第一条${one.zh}`, en: `Make the first ${one.en.toLowerCase()}` })}
        </Button>
      ) : (
        <p className="soft">{say({ zh: '您的角色只能查看。', en: 'Your role may read only.' })}</p>
      )}
    </div>
  )
}
