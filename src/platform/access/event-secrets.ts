import { open, seal } from '../journal/cipher.ts'
import type { Database } from '../module.ts'
import { eventKeyOf, eventKeysOf, keySubject } from './event-keys.ts'

/** What of a line of the security log tells who somebody is. */
export interface EventPersons {
  readonly login: string
  readonly address: string
  readonly actorName: string
}

/** Of which line, about whom, by whom: authenticated with the ciphertext, which opens nowhere else. */
export interface EventPlace {
  readonly id: string
  readonly at: Date
  readonly accountId: string | null
  readonly actorId: string | null
}

export interface SealedPersons {
  readonly about: Buffer | null
  readonly done_by: Buffer | null
}

const aboutSubject = ({ accountId, at }: EventPlace) => keySubject(accountId, at)
/** Who is not signed in is taken for the account that it is about: its owner, or somebody at its door. */
const bySubject = ({ actorId, accountId, at }: EventPlace) => keySubject(actorId ?? accountId, at)

/** Null for whom the key was destroyed: of somebody who was erased nothing is written down again. */
export async function sealPersons(db: Database, place: EventPlace, persons: EventPersons): Promise<SealedPersons> {
  const about = await eventKeyOf(db, aboutSubject(place), place.at)
  const by = bySubject(place) === aboutSubject(place) ? about : await eventKeyOf(db, bySubject(place), place.at)
  return sealWith({ about, by }, place, persons)
}

export function sealWith(
  { about, by }: { readonly about: Buffer | null; readonly by: Buffer | null },
  { id }: Pick<EventPlace, 'id'>,
  { login, address, actorName }: EventPersons,
): SealedPersons {
  return {
    about: about && seal(about, login, `access.events/about/${id}`),
    done_by: by && seal(by, JSON.stringify({ address, actorName }), `access.events/done_by/${id}`),
  }
}

/** The subjects whose keys a line needs. */
export function subjectsOf(place: EventPlace): { readonly about: string; readonly by: string } {
  return { about: aboutSubject(place), by: bySubject(place) }
}

const gone = '****'

/** Reads lines; `****` stands for whom the key was destroyed. */
export async function openPersons(
  db: Database,
  lines: readonly (EventPlace & SealedPersons)[],
): Promise<readonly EventPersons[]> {
  const keys = await eventKeysOf(
    db,
    lines.flatMap((line) => Object.values(subjectsOf(line))),
  )
  return lines.map((line) => {
    const subjects = subjectsOf(line)
    const [about, by] = [keys.get(subjects.about), keys.get(subjects.by)]
    const login = about && line.about ? open(about, line.about, `access.events/about/${line.id}`) : gone
    if (!by || !line.done_by) return { login, address: gone, actorName: gone }
    const told: { address: string; actorName: string } = JSON.parse(
      open(by, line.done_by, `access.events/done_by/${line.id}`),
    )
    return { login, ...told }
  })
}
