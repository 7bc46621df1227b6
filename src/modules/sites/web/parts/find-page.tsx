import { useMutation, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { call, queryOf } from '../../../../web/client.ts'
import { Failure } from '../../../../web/kit/failure.tsx'
import { Opening } from '../../../../web/kit/opening.tsx'
import { useAddress } from '../../../../web/kit/records/use-address.ts'
import { Refusal } from '../../../../web/kit/refusal.tsx'
import { useMember } from '../../../../web/kit/session/use-work.ts'
import { useTitle } from '../../../../web/kit/title.ts'
import { useText } from '../../../../web/text.tsx'
import { findSites, readSiteNeeds } from '../../contract/find.ts'
import type { Needs, NeedsReading } from '../../contract/needs.ts'
import { AskList } from './ask-list.tsx'
import { Candidates } from './candidates.tsx'
import { readNeedsText, writeNeeds } from './needs-address.ts'
import { NeedsForm } from './needs-form.tsx'
import './sites.css'

/** Words become needs, needs become a ranked list; all of it stands in the address. */
export function FindPage() {
  const say = useText()
  useTitle({ zh: '选址', en: 'Find a site' })
  const { search, go, replace } = useAddress()
  const [reading, setReading] = useState<NeedsReading | null>(null)
  const needs = readNeedsText(search.needs)
  const asked = search.needs !== undefined
  const set = (change: Partial<Needs>) => replace({ needs: writeNeeds({ ...needs, ...change }) })
  return (
    <div className="page sites">
      <h1>{say({ zh: '选址', en: 'Find a site' })}</h1>
      <WordsBox
        words={search.words ?? ''}
        onRead={(words, read) => {
          setReading(read)
          go({ words, needs: writeNeeds(read.needs) })
        }}
      />
      {reading !== null && (
        <AskList
          reading={reading}
          onChoose={(ask, change) => {
            setReading({ ...reading, asks: reading.asks.filter((one) => one !== ask) })
            set(change)
          }}
        />
      )}
      <NeedsForm needs={needs} said={reading?.said ?? []} onChange={set} />
      {asked ? (
        <Results needs={needs} />
      ) : (
        <p className="soft">
          {say({
            zh: '说出或填写任意一项要求，这里按符合程度列出地块和空间，逐条说明为什么。',
            en: 'Say or enter any need: parcels and units will stand here by how well they fit, each with its reasons.',
          })}
        </p>
      )}
    </div>
  )
}

interface WordsBoxProps {
  readonly words: string
  readonly onRead: (words: string, reading: NeedsReading) => void
}

function WordsBox({ words, onRead }: WordsBoxProps) {
  const say = useText()
  const { zone } = useMember()
  const [text, setText] = useState(words)
  const read = useMutation({
    mutationFn: (said: string) => call(readSiteNeeds, { zone: zone.code, words: said }),
    onSuccess: (reading, said) => onRead(said, reading),
  })
  return (
    <form
      className="sites-words"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() !== '') read.mutate(text.trim())
      }}
    >
      <label htmlFor="sites-words">{say({ zh: '客商想要什么', en: 'What the investor wants' })}</label>
      <div className="sites-words-line">
        <input
          id="sites-words"
          className="text-input"
          // biome-ignore lint/a11y/noAutofocus: the page is for typing this one line
          autoFocus
          maxLength={500}
          value={text}
          placeholder={say({
            zh: '如：120亩地，35千伏双回路，蒸汽10吨/小时，做果汁',
            en: 'e.g. 120 mu, 35 kV, 10 t/h of steam, juice',
          })}
          onChange={({ target }) => setText(target.value)}
        />
        <Button type="primary" htmlType="submit" loading={read.isPending} disabled={text.trim() === ''}>
          {say({ zh: '找地', en: 'Find' })}
        </Button>
      </div>
      <Refusal error={read.error} />
    </form>
  )
}

function Results({ needs }: { readonly needs: Needs }) {
  const { zone } = useMember()
  const { data, error, refetch } = useQuery(queryOf(findSites, { zone: zone.code, needs }))
  const head = useRef<HTMLHeadingElement>(null)
  const day = data?.day
  // Who searches by keyboard goes on from the results, once they are there.
  useEffect(() => {
    if (day !== undefined) head.current?.focus()
  }, [day])
  if (error !== null) return <Failure error={error} onRetry={() => refetch()} />
  if (data === undefined) return <Opening />
  return <Candidates found={data} head={head} />
}
