import { useQuery } from '@tanstack/react-query'
import type { Citation } from '../../../kernel/verdict.ts'
import { queryOf } from '../../../web/client.ts'
import { useText } from '../../../web/text.tsx'
import { confidenceLabels, isConfidence } from '../contract/labels.ts'
import { getCatalogue } from '../contract.ts'

/** The whole catalogue in force: names, questions, stages, papers. Loaded once and kept. */
export function useCatalogue() {
  return useQuery({ ...queryOf(getCatalogue, {}), staleTime: Number.POSITIVE_INFINITY })
}

/** Says in words how sure a limit, an article or an amount is; the meaning stands in the legend beside it. */
export function ConfidenceMark({ mark }: { readonly mark: string }) {
  const say = useText()
  if (!isConfidence(mark)) return <span className="mark">{mark}</span>
  const { mark: words, meaning } = confidenceLabels[mark]
  return (
    <span className={`mark mark-${mark}`} title={say(meaning)}>
      {mark.length === 1 && `${mark} `}
      {say(words)}
    </span>
  )
}

/** What the marks mean. */
export function ConfidenceLegend() {
  const say = useText()
  return (
    <dl className="legend small">
      {Object.entries(confidenceLabels).map(([mark, { meaning }]) => (
        <div key={mark}>
          <dt>
            <ConfidenceMark mark={mark} />
          </dt>
          <dd>{say(meaning)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Articles of law, each with its mark; the titles stay as the law names them. */
export function Citations({ citations }: { readonly citations: readonly Citation[] }) {
  const say = useText()
  if (citations.length === 0) return <p>{say({ zh: '目录没有写明依据。', en: 'The catalogue names no article.' })}</p>
  return (
    <ul className="citations">
      {citations.map(({ title, article, year, confidence, note }) => (
        <li key={`${title}${article}`}>
          <span lang="zh-CN">
            《{title}》{year === null ? '' : `（${year}）`}
            {article}
          </span>{' '}
          <ConfidenceMark mark={confidence} />
          {note !== null && <span className="soft small citation-note">{note}</span>}
        </li>
      ))}
    </ul>
  )
}
