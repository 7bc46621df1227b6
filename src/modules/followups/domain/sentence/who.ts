import type { Addressee } from '../../contract/sentence.ts'

/** Who may be named: people with their posts, departments with their short names. */
export interface Staff {
  readonly people: readonly {
    readonly id: string
    readonly name: string
    readonly title: string | null
    readonly departmentId: string | null
  }[]
  readonly departments: readonly { readonly id: string; readonly name: string; readonly shortName: string | null }[]
}

/** A name at a place of the sentence, and everybody whom it may mean. */
export interface FoundWho {
  readonly from: number
  readonly to: number
  readonly means: readonly Addressee[]
}

/** Words after which whoever is named is the one to act. */
export const markers = '(?:责成|督促|交给|交由|转给|转|交|请|让|由|叫|催一下|催|问问|问|找|通知|安排|要求|@)'
/** Words after the lead of several. */
const leads = /^(?:牵头|会同|配合|协同|联合)/
const both = /^(?:、|和|与|及|跟)$/

/** Every name, the longest at each place, from left to right. */
export function findWhos(sentence: string, staff: Staff): FoundWho[] {
  const names = namesOf(staff)
  const found: FoundWho[] = []
  for (let at = 0; at < sentence.length; ) {
    const name = names.find(([words]) => sentence.startsWith(words, at))
    if (name) found.push({ from: at, to: at + name[0].length, means: name[1] })
    at += name ? name[0].length : 1
  }
  return withDepartments(found, staff)
}

function namesOf({ people, departments }: Staff): [string, Addressee[]][] {
  const names = new Map<string, Addressee[]>()
  const add = (words: string, one: Addressee) => {
    const known = names.get(words) ?? []
    if (words.length > 1 && !known.some(({ id }) => id === one.id)) names.set(words, [...known, one])
  }
  for (const { id, name, shortName } of departments) {
    for (const words of [name, shortName ?? '']) add(words, { kind: 'department', id, name })
  }
  for (const { id, name, title } of people) {
    for (const words of callsOf(name, title)) add(words, { kind: 'person', id, name })
  }
  return [...names].sort(([a], [b]) => b.length - a.length)
}

/** 张建国 with the post 副局长: his name, 张副局长, 张局长, 张局; and the post alone. */
function callsOf(name: string, title: string | null): string[] {
  const surname = [...name][0] ?? ''
  const plain = title?.replace(/^副|（.*）$/g, '') ?? ''
  const short = /^(?:.*)(局|科|处|部|所|站|厅)长$/.exec(plain)?.[1]
  return [
    name,
    ...(title === null ? [] : [title, surname + title, surname + plain]),
    ...(short === undefined ? [] : [`${surname}${short}`, `${surname}${short}长`]),
  ]
}

/** 审批局张某: the department before a name says which of several is meant, and is no addressee of its own. */
function withDepartments(found: readonly FoundWho[], { people }: Staff): FoundWho[] {
  const kept: FoundWho[] = []
  for (const who of found) {
    const last = kept.at(-1)
    const isPerson = who.means.every(({ kind }) => kind === 'person')
    if (last && isPerson && last.to === who.from && last.means.every(({ kind }) => kind === 'department')) {
      const home = new Set(last.means.map(({ id }) => id))
      const within = who.means.filter(({ id }) => home.has(people.find((one) => one.id === id)?.departmentId ?? ''))
      kept[kept.length - 1] = { from: last.from, to: who.to, means: within.length > 0 ? within : who.means }
    } else kept.push(who)
  }
  return kept
}

/** The one to act: the place in the sentence that leaves it, and whom it may mean; `clear` when nobody has to be asked for. */
export interface Chosen {
  readonly span: { readonly from: number; readonly to: number } | null
  readonly means: readonly Addressee[]
  readonly clear: boolean
}

/**
 * Whoever stands after 请, 由, 责成 and the like, or at the beginning, or before 牵头 or 会同. Two on an equal footing, or a name that is only
 * spoken of, are offered and asked for.
 */
export function chooseWho(sentence: string, found: readonly FoundWho[]): Chosen {
  if (found.length === 0) return { span: null, means: [], clear: false }
  const leading = found.find(({ to }) => /^牵头/.test(sentence.slice(to)))
  const named = leading ?? found.find(({ from }) => new RegExp(`${markers}$`).test(sentence.slice(0, from)))
  const first = named ?? found.find(({ from }) => from === 0)
  if (!first) return { span: null, means: uniqueOf(found.flatMap(({ means }) => means)), clear: false }
  const marker = new RegExp(`${markers}$`).exec(sentence.slice(0, first.from))?.[0] ?? ''
  const next = found.find(({ from }) => from > first.from)
  const between = next ? sentence.slice(first.to, next.from) : ''
  if (next && !leading && both.test(between) && !leads.test(sentence.slice(next.to))) {
    return { span: null, means: uniqueOf([...first.means, ...next.means]), clear: false }
  }
  const means = uniqueOf(first.means)
  return { span: { from: first.from - marker.length, to: first.to }, means, clear: means.length === 1 }
}

function uniqueOf(all: readonly Addressee[]): Addressee[] {
  return all.filter((one, i) => all.findIndex(({ id }) => id === one.id) === i)
}
