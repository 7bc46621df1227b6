import { createHash } from 'node:crypto'
import type { SignedInAs } from '../../test/support/accounts.ts'
import { type Asked, Client, type Got } from '../world/client.ts'
import { companyName, numbers, uscc } from '../world/generate.ts'
import type { BusyZone } from './zones.ts'

/** One request of a person: what it is called in the table, and what is to be noted of its answer. */
export interface Errand {
  readonly name: string
  readonly asked: Asked
  /** Told the answer, or that there was none. */
  readonly after?: (got: Got | null) => void
}

/** Something that a desk changes: its version, and which of two states it is in. It is out of the list while a change is under way. */
interface Piece {
  readonly id: string
  version: number
  turned: boolean
}

/** In a hundred: what a day at a desk asks of the server. Sixteen of them write. */
const shares = {
  inbox: 8,
  bell: 12,
  'cases of a state': 6,
  'latest cases': 6,
  case: 18,
  project: 8,
  enterprise: 10,
  'enterprises by name': 8,
  'command menu': 5,
  history: 3,
  'comment (write)': 4,
  'new enterprise (write)': 3,
  'changed enterprise (write)': 3,
  'project stalled or taken up (write)': 3,
  'special procedure begun or ended (write)': 3,
} as const
type Kind = keyof typeof shares

const kinds = Object.entries(shares).flatMap(([kind, share]) => Array.from({ length: share }, () => kind as Kind))
let made = 0

/** A person at work: draws errands over the zone's cases, and writes only to pieces of its own, so that nobody is in another's way. */
export class Desk {
  readonly client: Client
  readonly #zone: BusyZone
  readonly #draw: () => number
  readonly #leads: boolean
  readonly #cases: Piece[]
  readonly #projects: Piece[]
  readonly #enterprises: Piece[]

  constructor(url: string, zone: BusyZone, { person, place, of }: { person: SignedInAs; place: number; of: number }) {
    this.client = new Client({ url, headers: person.headers })
    this.#zone = zone
    this.#draw = numbers(createHash('md5').update(`${zone.code} ${place}`).digest().readUInt32BE())
    this.#leads = person === zone.leader
    const mine = (count: number, idOf: (n: number) => string, version: number): Piece[] =>
      Array.from({ length: Math.floor(count / of) }, (_, n) => ({
        ...{ id: idOf(n * of + place), version, turned: false },
      }))
    // Every tenth case is open.
    this.#cases = mine(zone.cases / 10, (n) => md5Id(`case ${n * 10}`), 2)
    this.#projects = mine(zone.cases / 20, (n) => md5Id(`project ${n}`), 1)
    this.#enterprises = mine(zone.enterprises.length, (n) => zone.enterprises[n]?.id ?? '', 1)
  }

  next(): Errand {
    const kind = kinds[Math.floor(this.#draw() * kinds.length)] ?? 'bell'
    return this.#leads && kind.endsWith('(write)') ? this.#read('latest cases') : this.#errand(kind)
  }

  #errand(kind: Kind): Errand {
    switch (kind) {
      case 'comment (write)':
        return this.#post(kind, 'comments', {
          ...{ kind: 'enterprises.enterprise', record: this.#anyEnterprise() },
          text: '已电话联系企业，约定下周到现场查看设备安装进度。',
        })
      case 'new enterprise (write)':
        return this.#post(kind, 'enterprises', {
          ...{ name: companyName(this.#draw), uscc: uscc(60_000_000 + made++), status: 'planned' },
        })
      case 'changed enterprise (write)':
        return this.#turn(kind, this.#enterprises, ({ id, version, turned }) => ({
          ...{ method: 'PATCH', path: this.#path(`enterprises/${id}`) },
          body: { version, scale: turned ? 'small' : 'medium' },
        }))
      case 'project stalled or taken up (write)':
        return this.#turn(kind, this.#projects, ({ id, version, turned }) => ({
          ...{ method: 'POST', path: this.#path(`projects/${id}/turn`) },
          body: { version, reason: '市场原因', ...(turned ? { to: 'active' } : { to: 'stalled', cause: 'market' }) },
        }))
      case 'special procedure begun or ended (write)':
        return this.#turn(kind, this.#cases, ({ id, version, turned }) => ({
          ...{ method: 'POST', path: this.#path(`cases/${id}/${turned ? 'resume' : 'suspend'}`) },
          body: { version, reason: '专家评审', ...(!turned && { procedure: 'expertReview', promisedDays: 10 }) },
        }))
      default:
        return this.#read(kind)
    }
  }

  #read(kind: Kind): Errand {
    return { name: kind, asked: { method: 'GET', path: this.#path(this.#placeOf(kind)) } }
  }

  #placeOf(kind: Kind): string {
    const any = (count: number) => Math.floor(this.#draw() * count)
    switch (kind) {
      case 'inbox':
        return 'inbox'
      case 'cases of a state':
        return 'cases?limit=50&state=accepted'
      case 'latest cases':
        return 'cases?limit=50'
      case 'case':
        return `cases/${md5Id(`case ${any(this.#zone.cases)}`)}`
      case 'project':
        return `projects/${md5Id(`project ${any(this.#zone.cases / 20)}`)}`
      case 'enterprise':
        return `enterprises/${this.#anyEnterprise()}`
      case 'enterprises by name':
        return `enterprises?limit=50&q=${encodeURIComponent(companyName(this.#draw).slice(2, 4))}`
      case 'command menu':
        return `find?q=${encodeURIComponent(companyName(this.#draw).slice(2, 5))}`
      case 'history':
        return `enterprises/${this.#anyEnterprise()}/history`
      default:
        return 'notifications/count'
    }
  }

  #anyEnterprise(): string {
    const { enterprises } = this.#zone
    return enterprises[Math.floor(this.#draw() * enterprises.length)]?.id ?? ''
  }

  #post(name: Kind, place: string, body: object): Errand {
    return { name, asked: { method: 'POST', path: this.#path(place), body } }
  }

  /** Takes a piece out of the list until its answer is here. One without an answer stays out: nobody knows its version. */
  #turn(name: Kind, pieces: Piece[], asked: (piece: Piece) => Asked): Errand {
    const piece = pieces.shift()
    if (!piece) return this.#read('bell')
    const after = (got: Got | null) => {
      if (got === null) return
      if (got.status < 300) {
        piece.version = (JSON.parse(got.text) as { version: number }).version
        piece.turned = !piece.turned
      }
      pieces.push(piece)
    }
    return { name, asked: asked(piece), after }
  }

  #path(place: string): string {
    return `/api/zones/${this.#zone.code}/${place}`
  }
}

/** As loaded: an MD5 with the version and the variant of a UUID (RFC 9562, version 8). */
function md5Id(text: string): string {
  const digest = createHash('md5').update(text).digest('hex')
  return digest.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12})$/, '$1-$2-8$3-8$4-$5')
}
