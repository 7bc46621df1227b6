import type { WritKind } from '../contract/kinds.ts'
import { type Tag, tagsOf } from '../contract/tags.ts'
import type { WritValues } from './subject.ts'

const known: Readonly<Record<string, string>> = {
  文号: '示范审〔2026〕12号',
  发文机关: '示范经济开发区行政审批服务管理局',
  申请人: '示例食品有限公司',
  统一社会信用代码: '91350100M000100Y43',
  项目名称: '年加工3万吨果蔬食品工厂项目',
  项目代码: '2603-140821-04-01-123456',
  成文日期: '2026年3月2日',
  核验码: 'shifan.7K3M-9Q2X-WT4P',
  事项名称: '建筑工程施工许可',
  复议机关: '示范县人民政府',
  复议期限: '60日',
  管辖法院: '示范县人民法院',
  起诉期限: '六个月',
}

/** Values to look at a template with: plain ones where one is known, the tag's own meaning elsewhere, three rows of what repeats. */
export function sampleValues(kind: WritKind): WritValues {
  return Object.fromEntries(
    tagsOf(kind).map((tag) => [
      tag.name,
      tag.within === undefined ? sampleOf(tag) : [1, 2, 3].map((row) => rowOf(tag.within ?? [], row)),
    ]),
  )
}

function sampleOf({ name, meaning }: Tag): string {
  if (/日期$|期限$/.test(name)) return known[name] ?? '2026年3月9日'
  return known[name] ?? `（${meaning.zh}）`
}

function rowOf(tags: readonly Tag[], row: number): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map((tag) => [tag.name, tag.name === '序号' ? String(row) : `${sampleOf(tag)}${row}`]))
}
