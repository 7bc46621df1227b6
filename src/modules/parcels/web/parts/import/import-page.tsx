import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../../../kernel/endpoint.ts'
import { legalDayOf } from '../../../../../kernel/legal-day.ts'
import { upload } from '../../../../../web/client.ts'
import { newKey } from '../../../../../web/kit/new-key.ts'
import { Refusal } from '../../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../../web/kit/title.ts'
import { useText } from '../../../../../web/text.tsx'
import { readShapeFile } from '../../../contract/shape-import.ts'
import { isGood } from './choice.ts'
import { Confirm } from './confirm.tsx'
import { FoundTable } from './found-table.tsx'
import { Options, type ReadOptions } from './options.tsx'

const title = { zh: '导入地块图形', en: 'Import shapes of parcels' }

type Read = OutputOf<typeof readShapeFile>

/** A file of shapes: read, looked at one by one, and taken in whole. */
export function ImportPage() {
  const say = useText()
  useTitle(title)
  const { zone } = useMember()
  const [options, setOptions] = useState<ReadOptions>({
    ...{ datum: 'cgcs2000', meridian: '', validFrom: legalDayOf(new Date()) },
  })
  const [file, setFile] = useState<File | null>(null)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [done, setDone] = useState<number | null>(null)
  const reading = useMutation({
    mutationFn: ({ sent, how }: { readonly sent: File; readonly how: ReadOptions }) => {
      const { meridian, ...rest } = how
      const given = { zone: zone.code, ...rest, ...(meridian !== '' && { meridian: Number(meridian) }) }
      return upload(readShapeFile, given, { file: sent, key: newKey() })
    },
    onSuccess: ({ shapes }: Read) => setChosen(new Set(shapes.filter(isGood).map(({ number }) => number))),
  })
  const read = (sent: File) => {
    setFile(sent)
    setDone(null)
    reading.mutate({ sent, how: options })
  }
  const choose = (number: number, isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, number] : [...chosen].filter((one) => one !== number)))
  const { data } = reading
  const asRead = reading.variables?.how
  return (
    <div className="page">
      <h1>{say(title)}</h1>
      <Options
        {...{ options, reading: reading.isPending, fileName: file?.name ?? null, onFile: read }}
        onChange={setOptions}
      />
      <Refusal error={reading.error} />
      {file && asRead !== options && (
        <p className="form-actions">
          <Button onClick={() => read(file)} loading={reading.isPending}>
            {say({ zh: '按新的选择再核对一次', en: 'Check again with these choices' })}
          </Button>
        </p>
      )}
      {done !== null && (
        <p className="notice" role="status">
          {say({ zh: `已导入 ${done} 个图形。`, en: `${done} shapes were imported.` })}{' '}
          <Link to="/parcels" search={{ zone: zone.code }}>
            {say({ zh: '看地块', en: 'See the parcels' })}
          </Link>
        </p>
      )}
      {data && asRead && done === null && (
        <>
          <section className="card">
            <h2>{say({ zh: '2. 逐个核对', en: '2. Look at each' })}</h2>
            <p>
              {say({
                zh: `文件里有 ${data.shapes.length} 个图形，已勾选 ${chosen.size} 个。`,
                en: `${data.shapes.length} shapes in the file, ${chosen.size} chosen.`,
              })}
            </p>
            <FoundTable shapes={data.shapes} chosen={chosen} onChoose={choose} />
          </section>
          <Confirm
            chosen={data.shapes.filter(({ number }) => chosen.has(number))}
            {...{ datum: data.datum, validFrom: asRead.validFrom, onDone: setDone }}
          />
        </>
      )}
    </div>
  )
}
