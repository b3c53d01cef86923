import type { Entry, VersionSummary } from '@functions/exhibition/contract/entries'
import { useEffect, useState } from 'react'
import deskCss from '@/desk/components/desk.module.scss'
import type { Desk } from '@/desk/desk'
import { usePersons } from '@/desk/persons/use-persons'
import { Badge } from '@/shared/components/badge'
import { Button } from '@/shared/components/button'
import { FailureView } from '@/shared/components/failure-view'
import { FailureLine, ResultLine } from '@/shared/components/result-line'
import { Waiting } from '@/shared/components/state'
import { Hint } from '@/shared/components/text'
import { usePages } from '@/shared/query/pages'
import { useNow } from '@/shared/time/clock'
import { momentText } from '@/shared/time/moments'
import { fetchVersions } from '../api'
import { Comparing, type Pair } from './comparing'
import { Restore } from './restore'
import { versionAction, versionSign } from './states'
import css from './versions.module.scss'

export type VersionsProps = {
  desk: Desk
  entry: Entry
  /** Something is written that was not saved, which a restored version would meet. */
  isDirty: boolean
  /** Its text may be written now. */
  isWritable: boolean
  onChanged: (entry: Entry) => void
  /** Called once, when the list is there. */
  onShown: () => void
}

/** Every version of the entry, newest first: compared with each other, and restored as a new draft. */
export default function Versions({ desk, entry, isDirty, isWritable, onChanged, onShown }: VersionsProps) {
  const pages = usePages<VersionSummary>(entry.id, (cursor) => fetchVersions(entry.id, cursor))
  // What is submitted or kept makes another one.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each change of the entry
  useEffect(() => pages.retry(), [entry.revision, entry.state])
  const { items, hasFirst, failure } = pages
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, whatever the function
  useEffect(() => {
    if (hasFirst) onShown()
  }, [hasFirst])
  const [pair, setPair] = useState<Pair | null>(null)
  // Each press opens the comparison anew, in sight.
  const [turn, setTurn] = useState(0)
  const [asking, setAsking] = useState<number | null>(null)
  const [word, setWord] = useState<string | null>(null)
  const { whoOf } = usePersons(
    desk,
    items.map(({ by }) => by),
  )
  const now = useNow()
  // Whoever restores a version has its writers with them.
  const restoredWriters = items.find(({ version }) => version === asking)?.writers ?? []
  if (!hasFirst)
    return failure ? <FailureView failure={failure} onRetry={pages.retry} /> : <Waiting rows={3} />
  function compare(version: VersionSummary['version']): void {
    setPair({ before: version, after: 'working' })
    setTurn(turn + 1)
  }
  function restored(next: Entry): void {
    setWord(`第 ${asking} 版已经成了草稿。改不改都可以，提交后由另一位同事审。`)
    setAsking(null)
    onChanged(next)
  }
  function meanwhile(current: Entry): void {
    // What stands now is beside what was to take its place.
    if (asking !== null) compare(asking)
    onChanged(current)
  }
  return (
    <div className={css.comparing}>
      <FailureLine failure={failure} />
      {items.length === 0 && <Hint>还没有版本。每次提交审批就存下一版，以后不会再变。</Hint>}
      {word && <ResultLine tone="done">{word}</ResultLine>}
      {isDirty && items.length > 0 && <Hint>正在写的还没保存，先保存再恢复别的版本。</Hint>}
      <ul className={css.versions} aria-label="历史版本">
        {items.map((one) => {
          const { word: state, tone } = versionSign(entry, one)
          const name = `第 ${one.version} 版`
          return (
            <li key={one.version} className={css.version}>
              <div className={css.about}>
                <div className={deskCss.buttons}>
                  <span className={css.title}>{`${name}　${one.title}`}</span>
                  <Badge tone={tone}>{state}</Badge>
                </div>
                <Hint>{`${whoOf(one.by)}，${momentText(Date.parse(one.at), now)} ${versionAction(one)}`}</Hint>
              </div>
              <div className={deskCss.buttons}>
                <Button label={`${name}，和现在的文字比较`} onTap={() => compare(one.version)}>
                  比较
                </Button>
                {isWritable && (
                  <Button
                    label={`${name}，恢复成草稿`}
                    disabled={isDirty}
                    onTap={() => setAsking(one.version)}
                  >
                    恢复
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      {pages.hasMore && (
        <Button disabled={pages.asking} onTap={pages.more}>
          {pages.asking ? '正在取' : '再看更早的'}
        </Button>
      )}
      {pair && <Comparing key={turn} entry={entry} versions={items} pair={pair} onChange={setPair} />}
      {asking !== null && (
        <Restore
          desk={desk}
          entry={entry}
          writers={[...new Set([...entry.writers, ...restoredWriters])]}
          version={asking}
          onRestored={restored}
          onMeanwhile={meanwhile}
          onClose={() => setAsking(null)}
        />
      )}
    </div>
  )
}
