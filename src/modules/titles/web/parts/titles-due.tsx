import { useText } from '../../../../web/text.tsx'
import { TitleTable } from './title-table.tsx'
import { useTitles } from './use-titles.ts'

/** On the leaders' page: titles whose re-assessment or end is near or past; nothing when there is none. */
export function TitlesDue() {
  const say = useText()
  const { data } = useTitles()
  const due = data?.titles.filter((title) => title.due) ?? []
  if (due.length === 0) return null
  return (
    <section>
      <h2>{say({ zh: `要复核或已到期的称号 ${due.length}`, en: `Titles due or past: ${due.length}` })}</h2>
      <TitleTable titles={due} />
    </section>
  )
}
