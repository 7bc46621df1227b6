import { isUscc } from '../../../kernel/uscc.ts'
import type { Invalid, TableName, TableRow } from '../contract/rows.ts'
import type { Exported, ExportedCase } from './exported.ts'
import type { Tables } from './tables.ts'

/** Fields without which a row is refused. The standard's own list was not at hand: these are what identifies a row, from memory [M]. */
const mandatory: Readonly<Record<TableName, readonly string[]>> = {
  spgl_dfxmsplcxxb: ['splcbm', 'splcmc', 'splcbbh', 'splcsxsj', 'splclx'],
  spgl_dfxmsplcjdxxb: ['splcbm', 'splcbbh', 'spjdbm', 'spjdmc', 'spjdxh', 'dybzspjdxh'],
  spgl_dfxmsplcjdsxxxb: ['splcbm', 'splcbbh', 'spsxbm', 'spsxbbh', 'spsxmc', 'spbmmc'],
  spgl_xmjbxxb: ['xmdm', 'xmmc', 'gcdm', 'splclx', 'gbhy', 'ztze'],
  spgl_xmdwxxb: ['xmdm', 'dwtyshxydm', 'dwmc', 'dwlx'],
  spgl_xmspsxblxxb: ['xmdm', 'gcdm', 'splcbm', 'splcbbh', 'spsxbm', 'spsxbbh', 'spsxslbm'],
  spgl_xmspsxblxxxxb: ['spsxslbm', 'blr', 'blzt', 'blsj'],
  spgl_xmspsxpfwjxxb: ['spsxslbm', 'pfrq', 'pfwh', 'pfwjbt'],
}

type Finding = Omit<Invalid, 'table'>

/** What the platform would refuse: missing fields, codes that are none, days in the wrong order, cases without their flow or matter. */
export function invalidOf(given: Exported, tables: Tables): Invalid[] {
  const names = new Map(given.projects.map(({ id, name }) => [id, name]))
  const cases = new Map(given.cases.map((one) => [one.id, one]))
  const byCode = new Map(given.projects.map(({ code, name }) => [code, name]))
  const whose = (row: TableRow): Pick<Finding, 'project' | 'case'> => {
    const one = cases.get(String(row.spsxslbm ?? ''))
    const project = one
      ? names.get(one.projectId)
      : (names.get(String(row.dfsjzj)) ?? byCode.get(row.xmdm as string | null))
    return { project: project ?? null, case: one?.id ?? null }
  }
  const missing = (Object.keys(mandatory) as TableName[]).flatMap((table) =>
    tables[table].flatMap((row) =>
      mandatory[table]
        .filter((field) => row[field] === null || row[field] === undefined || row[field] === '')
        .map(
          (field): Invalid => ({
            table,
            field,
            ...whose(row),
            text: { zh: '必填项为空', en: 'is mandatory and empty' },
          }),
        ),
    ),
  )
  return [
    ...missing,
    ...badCodes(given),
    ...given.cases.flatMap((one) => badCase(given, one, names.get(one.projectId) ?? null)),
  ]
}

const projectCode = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/

function badCodes({ projects, countyCode }: Exported): Invalid[] {
  const found: Invalid[] = []
  if (!/^\d{6}$/.test(countyCode)) {
    const text = {
      zh: `行政区划代码“${countyCode}”应为六位数字`,
      en: `the region code "${countyCode}" must have six digits`,
    }
    found.push({ table: 'spgl_xmjbxxb', field: 'xzqhdm', project: null, case: null, text })
  }
  for (const { code, name, enterprise, industryCode } of projects) {
    const at = { project: name, case: null }
    if (code !== null && !projectCode.test(code)) {
      const text = {
        zh: `项目代码“${code}”不合 GB/T 40058-2021 的写法`,
        en: `the code "${code}" is not written as in GB/T 40058-2021`,
      }
      found.push({ table: 'spgl_xmjbxxb', field: 'xmdm', ...at, text })
    }
    const uscc = enterprise?.uscc ?? null
    if (uscc !== null && !isUscc(uscc)) {
      const text = { zh: `统一社会信用代码“${uscc}”校验不符`, en: `the code "${uscc}" fails its check digit` }
      found.push({ table: 'spgl_xmdwxxb', field: 'dwtyshxydm', ...at, text })
    }
    if (industryCode !== null && !/^[A-T]\d{2,4}$/.test(industryCode)) {
      const text = {
        zh: `行业代码“${industryCode}”不合 GB/T 4754`,
        en: `the industry code "${industryCode}" is not one of GB/T 4754`,
      }
      found.push({ table: 'spgl_xmjbxxb', field: 'gbhy', ...at, text })
    }
  }
  return found
}

function badCase({ flows }: Exported, one: ExportedCase, project: string | null): Invalid[] {
  const at = { project, case: one.id }
  const flow = flows.find(({ versionId }) => versionId === one.versionId)
  if (!flow) {
    const text = {
      zh: '办件所用的流程版本没有上传',
      en: 'the version of the flow that the case is pinned to is not uploaded',
    }
    return [{ table: 'spgl_xmspsxblxxb', field: 'splcbbh', ...at, text }]
  }
  const found: Invalid[] = []
  if (!flow.catalogue.matters.some(({ code }) => code === one.matter)) {
    const text = {
      zh: `流程版本 ${flow.number} 里没有事项“${one.matter}”`,
      en: `version ${flow.number} of the flow has no matter "${one.matter}"`,
    }
    found.push({ table: 'spgl_xmspsxblxxb', field: 'spsxbm', ...at, text })
  }
  if (one.decidedOn !== null && one.decidedOn < one.receivedOn) {
    const text = {
      zh: `办结日 ${one.decidedOn} 早于接件日 ${one.receivedOn}`,
      en: `decided on ${one.decidedOn}, before it was received on ${one.receivedOn}`,
    }
    found.push({ table: 'spgl_xmspsxpfwjxxb', field: 'pfrq', ...at, text })
  }
  const late = one.actions.findIndex(({ on }, i) => on < (one.actions[i - 1]?.on ?? on))
  if (late > 0) {
    const text = {
      zh: `第 ${late + 1} 步的日期早于前一步`,
      en: `step ${late + 1} has a day before that of the step it follows`,
    }
    found.push({ table: 'spgl_xmspsxblxxxxb', field: 'blsj', ...at, text })
  }
  return found
}
