import { HttpRefusal } from '../http/answers.ts'

/** Bytes of uploads that one process takes in and works on at the same time. What is read whole lies in memory until it is answered. */
const mostBytes = 256 * 1024 * 1024
/** Uploads of one person at the same time: a few pages and a phone that sends what has waited. */
const mostOfOne = 8
/** Of a form around its file. */
const formBytes = 128 * 1024
const comeBackSeconds = 5

interface Arriving {
  /** Account id, or an address. */
  readonly person: string
  /** As the request states it; undefined when it does not. */
  readonly bytes: number | undefined
  readonly maxBytes: number
}

/** Holds a place for each upload while `run` takes it in and works on it; when there is none, it is refused before a byte of it is read. */
export interface UploadRoom {
  readonly within: <T>(arriving: Arriving, run: () => Promise<T>) => Promise<T>
  /** Bytes that are set aside now. */
  readonly taken: () => number
}

/** The bound of one process on what it takes in at once: uploads from many people, or many of one, never fill its memory together. */
export function uploadRoom(limit = mostBytes): UploadRoom {
  let taken = 0
  const ofPerson = new Map<string, number>()
  return {
    taken: () => taken,
    async within({ person, bytes, maxBytes }, run) {
      // More than the most is cut off while it comes, and is never all there.
      const size = Math.min(bytes ?? maxBytes, maxBytes) + formBytes
      const own = ofPerson.get(person) ?? 0
      if (own >= mostOfOne) throw tooManyOfOne()
      // One that is alone always fits, however small the room is.
      if (taken > 0 && taken + size > limit) throw full()
      taken += size
      ofPerson.set(person, own + 1)
      try {
        return await run()
      } finally {
        taken -= size
        const left = (ofPerson.get(person) ?? 1) - 1
        if (left > 0) ofPerson.set(person, left)
        else ofPerson.delete(person)
      }
    },
  }
}

const full = () =>
  new HttpRefusal({
    ...{ status: 503, code: 'files.no_room', details: { retryAfterSeconds: comeBackSeconds } },
    text: {
      zh: '正在接收的文件太多，这一个未接收，请几秒后再试。',
      en: 'Too many files are coming in at this moment and this one was not taken: try again in a few seconds.',
    },
  })

const tooManyOfOne = () =>
  new HttpRefusal({
    ...{ status: 429, code: 'files.too_many_of_yours', details: { retryAfterSeconds: comeBackSeconds } },
    text: {
      zh: `您同时上传的文件已有 ${mostOfOne} 个，请等其中一个传完再试。`,
      en: `${mostOfOne} files of yours are coming in already: wait until one of them is done.`,
    },
  })
