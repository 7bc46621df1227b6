import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useSlow } from '../kit/records/inputs/use-slow.ts'
import { useText } from '../text.tsx'
import { type Item, useItems } from './items.ts'
import { calls } from './match.ts'
import { useFound } from './use-found.ts'
import './command-menu.css'

/** Everything by its name: type a part, walk with the arrows, Enter. */
export function CommandMenu({ onClose }: { readonly onClose: () => void }) {
  const say = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const groups = useGroups(typed)
  const items = groups.flatMap((group) => group.items)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    dialog.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  const run = (item: Item | undefined) => {
    if (item === undefined) return
    onClose()
    item.run()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, items.length - 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0))
    else if (event.key === 'Enter') run(items[at])
    else return
    event.preventDefault()
  }
  const name = say({ zh: '查找页面、操作和记录', en: 'Find pages, actions and records' })
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a press beside the menu closes it, Escape does the same
    <dialog
      ref={dialog}
      className="command"
      aria-label={name}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <div className="command-body">
        <input
          type="text"
          role="combobox"
          aria-label={name}
          aria-expanded="true"
          aria-controls="command-list"
          aria-activedescendant={items[at] ? `command-${at}` : undefined}
          placeholder={say({ zh: '汉字、拼音或首字母，如 qy', en: 'Type a name' })}
          autoComplete="off"
          value={typed}
          onKeyDown={onKey}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
          }}
        />
        <div id="command-list" role="listbox" aria-label={name} className="command-list">
          {groups.map((group, g) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
            <div key={group.name} role="group" aria-label={group.name}>
              <p className="soft small" aria-hidden="true">
                {group.name}
              </p>
              {group.items.map((item, i) => (
                <Choice
                  key={item.key}
                  item={item}
                  id={`command-${before(groups, g) + i}`}
                  chosen={before(groups, g) + i === at}
                  onRun={run}
                />
              ))}
            </div>
          ))}
        </div>
        {items.length === 0 && (
          <p role="status" className="soft command-none">
            {say({ zh: '没有找到。', en: 'Nothing found.' })}
          </p>
        )}
      </div>
    </dialog>
  )
}

interface ChoiceProps {
  readonly item: Item
  readonly id: string
  readonly chosen: boolean
  readonly onRun: (item: Item) => void
}

function Choice({ item, id, chosen, onRun }: ChoiceProps) {
  const say = useText()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox has the keys
    <div id={id} role="option" tabIndex={-1} aria-selected={chosen} className="menu-row" onClick={() => onRun(item)}>
      {say(item.label)}
    </div>
  )
}

interface Group {
  readonly name: string
  readonly items: readonly Item[]
}

function before(groups: readonly Group[], at: number): number {
  return groups.slice(0, at).reduce((sum, group) => sum + group.items.length, 0)
}

function useGroups(typed: string): readonly Group[] {
  const say = useText()
  const { pages, actions } = useItems()
  const { records } = useFound(useSlow(typed))
  const called = (items: readonly Item[]) => items.filter(({ label }) => calls(typed, label))
  return [
    { name: say({ zh: '页面', en: 'Pages' }), items: called(pages) },
    { name: say({ zh: '操作', en: 'Actions' }), items: called(actions) },
    { name: say({ zh: '记录', en: 'Records' }), items: typed.trim() === '' ? [] : records },
  ].filter(({ items }) => items.length > 0)
}
