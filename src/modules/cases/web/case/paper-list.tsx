import { DownloadButton } from '../../../../web/kit/files/download-button.tsx'
import { useText } from '../../../../web/text.tsx'
import type { CaseDetail } from '../../contract/case.ts'
import { paperOwnerLabels } from '../../contract/paper.ts'
import { paperMark, supplyByText, treatmentLabels } from '../parts/labels.ts'

/** Papers with what has become of each. */
export function PaperList({ detail }: { readonly detail: CaseDetail }) {
  const say = useText()
  if (detail.papers.length === 0) {
    return <p className="soft">{say({ zh: '本事项不需要材料。', en: 'This matter asks for no papers.' })}</p>
  }
  return (
    <ul className="plain-list">
      {detail.papers.map((paper) => {
        const supply = supplyByText(paper.supplyBy)
        const open = paper.status !== 'given' && paper.status !== 'accepted' && paper.status !== 'replaced'
        return (
          <li key={paper.ref} className="paper-line">
            <span className={`paper-status paper-${paper.status}`}>{say(paperMark(paper.status))}</span>
            <span>
              {say(paper.name)}
              {paper.note !== null && <span className="soft">：{paper.note}</span>}
              {open && (
                <span className="small soft paper-how">
                  {say(treatmentLabels[paper.treatment])}
                  {paper.owner !== null &&
                    say({ zh: `，${paperOwnerLabels[paper.owner].zh}`, en: `, ${paperOwnerLabels[paper.owner].en}` })}
                  {supply !== null && say({ zh: `，${supply.zh}`, en: `, ${supply.en}` })}
                </span>
              )}
            </span>
            {paper.fileId !== null && <DownloadButton id={paper.fileId} name={say(paper.name)} />}
          </li>
        )
      })}
    </ul>
  )
}
