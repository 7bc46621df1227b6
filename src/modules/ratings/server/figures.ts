import { type Figure, figure } from '../../../kernel/figure.ts'
import { legalDayOf } from '../../../kernel/legal-day.ts'
import type { Database, FigureSource, RequestContext } from '../../../platform/module.ts'
import { zoneCalendar } from '../../zones/server/api.ts'
import { isBad } from '../contract/rating.ts'
import type { MatterRatings } from '../contract.ts'
import { inTime } from '../domain/bad-rating.ts'
import { factsOf } from './bad.ts'
import { type RatingWithCase, ratingsIn } from './store.ts'

/** So many ratings hide who gave one of them. */
const fewest = 3

type Given = Pick<RequestContext, 'now' | 'zone'>

/** What counts: with a grade, not struck out on appeal. */
async function counted(db: Database, zoneId: string): Promise<RatingWithCase[]> {
  return ratingsIn(db, zoneId)
    .where('rating.grade', 'is not', null)
    .where((eb) => eb.or([eb('rating.appeal', 'is', null), eb('rating.appeal', '!=', 'upheld')]))
    .orderBy('rating.id')
    .execute()
}

async function momentOf(db: Database, { now, zone }: Given) {
  return { calendar: await zoneCalendar(db, zone?.code), today: legalDayOf(now) }
}

const satisfied = ({ grade }: RatingWithCase) => grade !== null && !isBad(grade)

/** By matter, never by person; numbers that would show a single rater are left out. */
export async function byMatter(db: Database, zoneId: string, given: Given): Promise<MatterRatings[]> {
  const moment = await momentOf(db, given)
  const groups = Map.groupBy(await counted(db, zoneId), ({ matter }) => matter)
  return [...groups].map(([code, rows]) => {
    const hidden = rows.length < fewest
    const bad = rows.filter((row) => !satisfied(row))
    const due = bad.map((row) => inTime(factsOf(row), moment)).filter((answer) => answer !== null)
    const share = due.length === 0 ? null : due.filter(Boolean).length / due.length
    return {
      matter: { code, name: { zh: rows[0]?.matter_name_zh ?? code, en: rows[0]?.matter_name_en ?? code } },
      count: rows.length,
      satisfied: hidden ? null : rows.filter(satisfied).length / rows.length,
      bad: hidden ? null : bad.length,
      badInTime: hidden ? null : share,
    }
  })
}

/** A row names the month only: not the case, from which the rater would follow. */
function rowOf({ id, rated_on }: RatingWithCase, value: boolean) {
  return { id, name: `评价 ${rated_on.slice(0, 7)}`, value: value ? 1 : 0 }
}

function source(data: Figure, rows: FigureSource['rows']): FigureSource {
  return { figure: figure(data), kind: 'ratings.rating', table: 'ratings.ratings', rows }
}

const unit = { zh: '条', en: 'rating' }

export const figures: readonly FigureSource[] = [
  source(
    {
      key: 'ratings.satisfied',
      label: { zh: '评价满意率', en: 'Share of satisfied ratings' },
      unit,
      definition: {
        zh: '未归档、有打分、未因申诉成立而剔除的评价中，基本满意及以上的占比',
        en: 'Of ratings not archived, with a grade and not struck out on appeal, the share that is fairly satisfied or better',
      },
      op: 'share',
    },
    async (db, zoneId) => (await counted(db, zoneId)).map((row) => rowOf(row, satisfied(row))),
  ),
  source(
    {
      key: 'ratings.badInTime',
      label: { zh: '差评按期办结率', en: 'Share of bad ratings handled in time' },
      unit,
      definition: {
        zh: '未归档、未剔除的差评中，已答复或已超期的，其中在期限内答复的占比；期限未到且未答复的不计',
        en: 'Of bad ratings not archived nor struck out that are answered or late, the share answered in time; those still running are not counted',
      },
      op: 'share',
    },
    async (db, zoneId, given) => {
      const moment = await momentOf(db, given)
      const bad = (await counted(db, zoneId)).filter((row) => !satisfied(row))
      return bad.flatMap((row) => {
        const answer = inTime(factsOf(row), moment)
        return answer === null ? [] : [rowOf(row, answer)]
      })
    },
  ),
]
