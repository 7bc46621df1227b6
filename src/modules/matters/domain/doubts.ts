import { type Catalogue, Matter, MatterInput } from '../contract/catalogue.ts'
import { parseSupplyBy } from '../contract/supply-by.ts'
import type { Finding } from '../contract.ts'
import { needsOf } from './cycles.ts'
import { warning } from './refuse.ts'

/** Inputs that are allowed and probably not meant: the same one twice, terms that are never read, a tolerance that can lengthen. */
export function doubtfulInputs(catalogue: Catalogue): Finding[] {
  const waits = reachOf(catalogue)
  return catalogue.matters.flatMap((matter) =>
    matter.inputs.flatMap((input, i) => {
      const at = (field: string) => ({ matter: matter.code, field: `inputs[${i}]${field}` })
      const findings: Finding[] = []
      if (matter.inputs.findIndex(({ ref }) => ref === input.ref) < i) {
        findings.push(
          warning('matters.input_twice', at('.ref'), `“${input.ref}”重复列出`, `"${input.ref}" is listed twice`),
        )
      }
      if (input.treatment !== 'tolerable' && input.supplyBy !== undefined) {
        findings.push(
          warning(
            'matters.unread_term',
            at('.supplyBy'),
            '不是容缺材料，补交期限不起作用',
            'is read only for tolerable inputs',
          ),
        )
      }
      const supplyBy = input.treatment === 'tolerable' ? parseSupplyBy(input.supplyBy) : null
      if (supplyBy?.kind === 'matter' && !waits(supplyBy.matter).has(matter.code)) {
        findings.push(
          warning(
            'matters.tolerance_elsewhere',
            at('.supplyBy'),
            `“${supplyBy.matter}”并不等本事项，这样容缺可能反而延长方案`,
            `"${supplyBy.matter}" does not wait for this matter: such a tolerance can make a plan longer`,
          ),
        )
      }
      return findings
    }),
  )
}

/** Every matter that a matter waits for, however far back. */
function reachOf(catalogue: Catalogue): (code: string) => ReadonlySet<string> {
  const needs = needsOf(catalogue)
  const known = new Map<string, ReadonlySet<string>>()
  return (code) => {
    const reached = known.get(code) ?? reach(needs, code)
    known.set(code, reached)
    return reached
  }
}

function reach(needs: ReadonlyMap<string, readonly string[]>, code: string): ReadonlySet<string> {
  const reached = new Set<string>()
  const open = [...(needs.get(code) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    open.push(...(needs.get(next) ?? []))
  }
  return reached
}

/** Keys that nobody reads: usually misspelt. Reads the raw file, since parsing drops them. */
export function unreadKeys(raw: unknown): Finding[] {
  const matters = (raw as { matters?: unknown }).matters
  if (!Array.isArray(matters)) return []
  return matters.flatMap((matter: Record<string, unknown>) => {
    const code = String(matter.code)
    const own = unread(matter, Object.keys(Matter.shape)).map((key) => ({ matter: code, field: key }))
    const inputs = (matter.inputs as Record<string, unknown>[]).flatMap((input, i) =>
      unread(input, Object.keys(MatterInput.shape)).map((key) => ({ matter: code, field: `inputs[${i}].${key}` })),
    )
    return [...own, ...inputs].map((place) =>
      warning(
        'matters.unread_key',
        place,
        '目录格式没有这个字段，不会被读取',
        'the format has no such field: it is not read',
      ),
    )
  })
}

function unread(row: Record<string, unknown>, known: readonly string[]): string[] {
  return Object.keys(row).filter((key) => !known.includes(key))
}
