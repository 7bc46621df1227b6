import { byCodePoint } from '../../../kernel/order.ts'
import { stateMeanings } from '../../cases/contract/state.ts'
import type { Matter } from '../../matters/contract/catalogue.ts'
import type { TableName, TableRow } from '../contract/rows.ts'
import type { Exported, ExportedAction, ExportedCase, ExportedProject, Flow } from './exported.ts'

export type Tables = Readonly<Record<TableName, readonly TableRow[]>>

/**
 * The tables of the national exchange of construction project approvals, as far as this platform has what they ask for; field names and
 * states as a public vendor project codes them [P]. What is not known here stays empty and is told by the report, never made up.
 */
export function tablesOf(given: Exported): Tables {
  const { flows, projects, cases } = given
  const numbers = new Map(flows.map(({ versionId, number }) => [versionId, number]))
  const codes = new Map(projects.map(({ id, code }) => [id, code]))
  const sealed = <T>(rows: readonly T[], write: (row: T) => RowParts) =>
    rows.map((row, i) => seal(given, i + 1, write(row)))
  return {
    spgl_dfxmsplcxxb: sealed(flows, flowRow(given)),
    spgl_dfxmsplcjdxxb: sealed(flows.flatMap(stagesOf), stageRow(given)),
    spgl_dfxmsplcjdsxxxb: sealed(flows.flatMap(mattersOf), matterRow(given)),
    spgl_xmjbxxb: sealed(projects, projectRow(given)),
    spgl_xmdwxxb: sealed(
      projects.filter(({ enterprise }) => enterprise !== null),
      unitRow,
    ),
    spgl_xmspsxblxxb: sealed(cases, caseRow(given, { numbers, codes })),
    spgl_xmspsxblxxxxb: sealed(cases.flatMap(timed), stateRow),
    spgl_xmspsxpfwjxxb: sealed(
      cases.filter(({ decidedOn }) => decidedOn !== null),
      outcomeRow,
    ),
  }
}

interface RowParts {
  /** The key of the row here, whatever changes in it. */
  readonly key: string
  readonly changedAt: string
  readonly fields: TableRow
}

/** What every row of the exchange carries. */
function seal({ countyCode }: Exported, serial: number, { key, changedAt, fields }: RowParts): TableRow {
  return {
    ...{ lsh: serial, dfsjzj: key, xzqhdm: countyCode, ...fields },
    ...{ sjyxbs: 1, sjwxyy: null, sjsczt: 0, sbyy: null, gxsj: chinaTime(changedAt) },
  }
}

export const flowCode = (zoneCode: string) => `${zoneCode.toUpperCase()}-INDUSTRY`

function flowRow({ zoneCode }: Exported) {
  return ({ versionId, number, catalogue, from }: Flow): RowParts => ({
    ...{ key: versionId, changedAt: from },
    fields: {
      splcbm: flowCode(zoneCode),
      splcmc: catalogue.title,
      splcbbh: number,
      splcsxsj: chinaTime(from),
      splclx: null,
      splcsm: catalogue.asOf,
    },
  })
}

/** Stages of the national standard: 1 land and planning, 2 planning permit, 3 construction permit, 4 completion, 5 in parallel. */
const standardStage: Readonly<Record<string, number>> = { S0: 5, S1: 1, S2: 2, S3: 3, S4: 4, S5: 5, PX: 5 }

interface StageOf {
  readonly flow: Flow
  readonly code: string
  readonly name: string
  readonly place: number
}

function stagesOf(flow: Flow): StageOf[] {
  return Object.entries(flow.catalogue.stages).map(([code, name], i) => ({ flow, code, name, place: i + 1 }))
}

function stageRow({ zoneCode }: Exported) {
  return ({ flow, code, name, place }: StageOf): RowParts => ({
    ...{ key: `${flow.versionId}-${code}`, changedAt: flow.from },
    fields: {
      ...{ splcbm: flowCode(zoneCode), splcbbh: flow.number, spjdbm: code, spjdmc: name, spjdxh: place },
      ...{ dybzspjdxh: standardStage[code] ?? 5, spjdsx: null, lcbsxlx: 1 },
    },
  })
}

function mattersOf(flow: Flow): { readonly flow: Flow; readonly matter: Matter }[] {
  return flow.catalogue.matters.map((matter) => ({ flow, matter }))
}

const limitUnits = { workday: 'WD', calendarDay: 'ND' } as const

function matterRow({ zoneCode }: Exported) {
  return ({ flow, matter }: { readonly flow: Flow; readonly matter: Matter }): RowParts => {
    const { committed } = matter.handling
    return {
      ...{ key: `${flow.versionId}-${matter.code}`, changedAt: flow.from },
      fields: {
        ...{ splcbm: flowCode(zoneCode), splcbbh: flow.number, spjdbm: matter.stage, spsxbm: matter.code },
        ...{ spsxbbh: flow.number, spsxmc: matter.name_zh, dybzspsxbm: null },
        sfsxgzcnz: matter.commitmentSystem?.eligible ? 1 : 0,
        bjlx: committed.days === 0 ? 1 : 2,
        ...{ sqdx: 2, bljgsdfs: null, spsxblsx: committed.days, sxdw: limitUnits[committed.unit] },
        ...{
          spbmbm: null,
          spbmmc: matter.authority,
          qzspsxbm: earlierOf(flow, matter),
          sflcbsx: matter.milestone ? 1 : 0,
        },
      },
    }
  }
}

/** Matters whose outcome this one cannot do without, in the order of their codes. */
function earlierOf({ catalogue }: Flow, matter: Matter): string | null {
  const hard = new Set(matter.inputs.filter(({ treatment }) => treatment === 'hard').map(({ ref }) => ref))
  const codes = catalogue.matters
    .filter((other) => other.code !== matter.code && other.outputs.some(({ code }) => hard.has(code)))
    .map(({ code }) => code)
  return codes.length === 0 ? null : codes.toSorted(byCodePoint).join(',')
}

/** 万元, two places, from yuan; the thousandths are cut, not rounded up. */
function tenThousand(yuan: string | null): number | null {
  return yuan === null ? null : Math.floor(Number(yuan) / 100) / 100
}

function projectRow({ zoneCode }: Exported) {
  return (project: ExportedProject): RowParts => ({
    ...{ key: project.id, changedAt: project.updatedAt },
    fields: {
      ...{ xmdm: project.code, xmmc: project.name, gcdm: project.code, splcbm: flowCode(zoneCode) },
      ...{
        xmtzly: null,
        tdhqfs: null,
        tdsfdsjfa: null,
        sfwcqypg: null,
        splclx: null,
        lxlx: null,
        gcfl: null,
        jsxz: null,
      },
      ...{ gbhydmfbnd: project.industryEdition, gbhy: project.industryCode, ztze: tenThousand(project.investmentYuan) },
      ...{ nkgsj: null, njcsj: null, sbsj: project.signedOn },
    },
  })
}

function unitRow(project: ExportedProject): RowParts {
  const { enterprise } = project
  return {
    ...{ key: `${project.id}-1`, changedAt: project.updatedAt },
    fields: { xmdm: project.code, dwtyshxydm: enterprise?.uscc ?? null, dwmc: enterprise?.name ?? null, dwlx: 1 },
  }
}

interface Lookups {
  readonly numbers: ReadonlyMap<string, number>
  readonly codes: ReadonlyMap<string, string | null>
}

function caseRow({ zoneCode }: Exported, { numbers, codes }: Lookups) {
  return (one: ExportedCase): RowParts => {
    const number = numbers.get(one.versionId) ?? null
    const code = codes.get(one.projectId) ?? null
    return {
      ...{ key: one.id, changedAt: one.updatedAt },
      fields: {
        ...{ xmdm: code, gcdm: code, splcbm: flowCode(zoneCode), splcbbh: number, spsxbm: one.matter, spsxbbh: number },
        ...{
          spsxslbm: one.id,
          slfs: 1,
          gkfs: null,
          blspslbm: one.jointId,
          sxblsx: one.promisedDays,
          lxr: null,
          lxrsjh: null,
          ywqx: null,
        },
      },
    }
  }
}

interface TimedAction {
  readonly case: ExportedCase
  readonly action: ExportedAction
  readonly time: string
}

/**
 * Actions of a case with a time each: the moment of recording where it was recorded on its legal day, else noon of that day; never before the
 * action that it follows, so that the last state is the last by time too.
 */
function timed(one: ExportedCase): TimedAction[] {
  let last = ''
  return one.actions.map((action) => {
    const recorded = chinaTime(action.at)
    const own = recorded.startsWith(action.on) ? recorded : `${action.on} 12:00:00`
    last = own > last ? own : oneSecondAfter(last)
    return { case: one, action, time: last }
  })
}

function stateRow({ case: one, action, time }: TimedAction): RowParts {
  return {
    ...{ key: `${one.id}-${action.ordinal}`, changedAt: action.at },
    fields: {
      ...{ spsxslbm: one.id, blcs: action.ordinal, blr: action.actor, blzt: stateMeanings[action.state].number },
      ...{ blyj: action.reason, blsj: time },
    },
  }
}

function outcomeRow(one: ExportedCase): RowParts {
  return {
    ...{ key: `${one.id}-outcome`, changedAt: one.updatedAt },
    fields: {
      spsxslbm: one.id,
      pfrq: one.decidedOn,
      pfwh: one.decision?.number ?? null,
      pfwjbt: one.decision?.title ?? null,
      pfwjyxqx: null,
    },
  }
}

/** `2026-03-02 09:30:00`, the clock of China. */
export function chinaTime(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
}

function oneSecondAfter(time: string): string {
  return new Date(Date.parse(`${time.replace(' ', 'T')}Z`) + 1000).toISOString().slice(0, 19).replace('T', ' ')
}
