import { parseSupplyBy } from '../../matters/contract/supply-by.ts'
import type { CommandOf } from '../contract/decisions.ts'
import type { CasePaper, GivenPaper } from '../contract/paper.ts'
import type { Circumstances } from './circumstances.ts'
import type { CaseFacts, PaperChange } from './facts.ts'
import { refuse } from './refuse.ts'

type Papers = readonly CasePaper[]

/** The paper of this code; refuses one that the case does not have. */
export function getPaper(papers: Papers, ref: string): CasePaper {
  const paper = papers.find((known) => known.ref === ref)
  if (paper) return paper
  throw refuse(
    'no_such_paper',
    { zh: `本办件没有材料“${ref}”。`, en: `The case has no paper "${ref}".` },
    { paper: ref },
  )
}

/** What is wrong, paper by paper: told once and completely (行政许可法 第32条). */
export function returnPapers(facts: CaseFacts, { papers }: CommandOf<'correct'>): PaperChange[] {
  refuseTwice(papers)
  return papers.map(({ ref, note }) => ({ ref: getPaper(facts.papers, ref).ref, status: 'returned', note }))
}

/** The correction comes whole: every paper that was returned (行政许可法 第32条第1款第5项: 全部补正申请材料). */
export function givePapers(facts: CaseFacts, given: readonly GivenPaper[]): PaperChange[] {
  refuseTwice(given)
  const missing = facts.papers.filter(
    (paper) => paper.status === 'returned' && !given.some(({ ref }) => ref === paper.ref),
  )
  if (missing.length > 0) {
    throw refuse(
      'correction_incomplete',
      {
        zh: `补正还缺：${missing.map((paper) => paper.name.zh).join('、')}；请一并提交。`,
        en: `The correction lacks: ${missing.map((paper) => paper.name.en).join(', ')}; hand in all of it.`,
      },
      { papers: missing.map((paper) => paper.ref) },
    )
  }
  return given.map((paper) => handIn(getPaper(facts.papers, paper.ref), paper))
}

/** Only what is owed can be supplied. */
export function supplyPapers(facts: CaseFacts, given: readonly GivenPaper[]): PaperChange[] {
  refuseTwice(given)
  return given.map((paper) => {
    const known = getPaper(facts.papers, paper.ref)
    if (known.status === 'owed') return handIn(known, paper)
    throw refuse(
      'not_owed',
      { zh: `材料“${known.name.zh}”不是待补的容缺材料。`, en: `The paper "${known.name.en}" is not owed.` },
      { paper: paper.ref },
    )
  })
}

function handIn(known: CasePaper, { fileId, note }: GivenPaper): PaperChange {
  return { ref: known.ref, status: 'given', note, ...(fileId !== null && { fileId }) }
}

/**
 * Every paper of an accepted case is there, or owed where the catalogue lets it be owed, or replaced by a signed commitment
 * or the zone's regional assessment, or awaited from an earlier office. `committed`: papers that a signed commitment stands in for.
 */
export function acceptPapers(
  facts: CaseFacts,
  { owed, covered, awaiting }: Pick<CommandOf<'accept'>, 'owed' | 'covered' | 'awaiting'>,
  { committed, underway }: Pick<Circumstances, 'committed' | 'underway'>,
): PaperChange[] {
  for (const ref of [...owed, ...covered, ...awaiting]) refuseGiven(getPaper(facts.papers, ref))
  return facts.papers.map((paper) => {
    const { ref, note } = paper
    if (paper.status === 'given' || paper.status === 'accepted') return { ref, status: 'accepted', note }
    if (owed.includes(ref)) return { ref: refuseIntolerable(paper).ref, status: 'owed', note }
    if (awaiting.includes(ref)) return { ref: refuseNotUnderway(paper, underway).ref, status: 'awaited', note }
    if (covered.includes(ref)) return { ref: refuseUncovered(paper).ref, status: 'replaced', note }
    if (paper.treatment === 'commitment' && committed.has(ref)) return { ref, status: 'replaced', note }
    throw missingPaper(paper)
  })
}

function refuseTwice(papers: readonly { readonly ref: string }[]): void {
  const twice = papers.find((paper, i) => papers.findIndex(({ ref }) => ref === paper.ref) !== i)
  if (!twice) return
  throw refuse(
    'paper_twice',
    { zh: `材料“${twice.ref}”列了两次。`, en: `The paper "${twice.ref}" is listed twice.` },
    { paper: twice.ref },
  )
}

function refuseGiven(paper: CasePaper): void {
  if (paper.status !== 'given' && paper.status !== 'accepted') return
  throw refuse(
    'paper_given',
    { zh: `材料“${paper.name.zh}”已提交，不用容缺或替代。`, en: `The paper "${paper.name.en}" is there already.` },
    { paper: paper.ref },
  )
}

function refuseIntolerable(paper: CasePaper): CasePaper {
  if (paper.treatment === 'tolerable' && parseSupplyBy(paper.supplyBy ?? undefined)) return paper
  throw refuse(
    'not_tolerable',
    {
      zh: `材料“${paper.name.zh}”不在容缺范围，必须先提交。`,
      en: `The paper "${paper.name.en}" may not be owed: it must be there first.`,
    },
    { paper: paper.ref },
  )
}

/** Awaited is what the catalogue lets be reviewed before it is final, and what an earlier office is working on. */
function refuseNotUnderway(paper: CasePaper, underway: ReadonlySet<string> | undefined): CasePaper {
  const { zh, en } = paper.name
  if (!paper.preReview) {
    throw refuse(
      'not_reviewable',
      {
        zh: `材料“${zh}”不能先审后补，请等它齐了再受理。`,
        en: `"${en}" may not be reviewed before it is final: wait for it, then accept.`,
      },
      { paper: paper.ref },
    )
  }
  if (underway?.has(paper.ref)) return paper
  throw refuse(
    'not_underway',
    {
      zh: `前序事项还没有提交申请，等不到“${zh}”；请先申请前序事项，再受理。`,
      en: `No earlier case that brings "${en}" is being handled: have it applied for first, then accept.`,
    },
    { paper: paper.ref },
  )
}

function refuseUncovered(paper: CasePaper): CasePaper {
  if (paper.treatment === 'regional') return paper
  throw refuse(
    'not_regional',
    {
      zh: `材料“${paper.name.zh}”不能由区域评估替代。`,
      en: `No regional assessment stands in for the paper "${paper.name.en}".`,
    },
    { paper: paper.ref },
  )
}

function missingPaper(paper: CasePaper): Error {
  const { zh, en } = paper.name
  const text =
    paper.treatment === 'commitment'
      ? {
          zh: `材料“${zh}”没有提交，也没有签署替代它的承诺。`,
          en: `The paper "${en}" is missing, and so is a signed commitment in its place.`,
        }
      : {
          zh: `材料“${zh}”没有提交：请告知补正${paper.treatment === 'tolerable' ? '，或容缺受理' : ''}。`,
          en: `The paper "${en}" is missing: ask for correction${paper.treatment === 'tolerable' ? ', or accept with it owed' : ''}.`,
        }
  return refuse('paper_missing', text, { paper: paper.ref })
}
