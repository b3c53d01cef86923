/** Who has written a text since its last publication, and may therefore not approve it, in words. */
import type { EntrySummary } from '@functions/exhibition/contract/entries'
import type { Desk } from '@/desk/desk'
import { usePersons } from '@/desk/persons/use-persons'
import { ResultLine } from '@/shared/components/result-line'

type Props = { desk: Desk; writers: EntrySummary['writers'] }

/**
 * Before somebody becomes one more of the writers: a centre with two publishers would have nobody left to approve.
 * @param does the press that makes them one
 */
export function BeforeWriting({ desk, writers, does }: Props & { does: '保存' | '恢复' }) {
  const { whoOf } = usePersons(desk, writers)
  if (writers.length === 0 || writers.includes(desk.me.id)) return null
  const already = `这一稿已经有 ${writers.map(whoOf).join('、')} 写过。你${does}以后`
  return (
    <ResultLine tone="doubt">
      {writers.length === 1
        ? `${already}，你们两位都不能审，要第三位有“发布”权限的同事。`
        : `${already}也不能审，要另一位没写过、有“发布”权限的同事。`}
    </ResultLine>
  )
}

type Text = Pick<EntrySummary, 'id' | 'title' | 'writers'>

/** The same before several texts are written at once: which of them, and by whom. */
export function BeforeWritingSeveral({
  desk,
  texts,
  does,
}: {
  desk: Desk
  texts: readonly Text[]
  does: '保存' | '导入'
}) {
  const others = texts.filter(({ writers }) => writers.length > 0 && !writers.includes(desk.me.id))
  const { whoOf } = usePersons(
    desk,
    others.flatMap(({ writers }) => writers),
  )
  if (others.length === 0) return null
  const named = others.slice(0, mostNamed).map(({ title }) => `“${title}”`)
  const titles = `${named.join('、')}${others.length > mostNamed ? `等 ${others.length} 条` : ''}`
  const who = [...new Set(others.flatMap(({ writers }) => writers))].map(whoOf).join('、')
  return (
    <ResultLine tone="doubt">
      {`${titles}这一稿已经有 ${who} 写过。你${does}以后，写过的都不能审，要另一位没写过、有“发布”权限的同事。`}
    </ResultLine>
  )
}

const mostNamed = 5

/** To one of several writers: who they are, and what helps where nobody else may approve. */
export function SeveralWriters({ desk, writers }: Props) {
  const { whoOf } = usePersons(desk, writers)
  if (writers.length < 2 || !writers.includes(desk.me.id)) return null
  return (
    <ResultLine tone="doubt">
      {`这一稿 ${writers.map(whoOf).join('、')} 都写过，都不能审。没有别的同事有“发布”权限的，请管理员在“人员与身份”里再授予一位同事“发布”。`}
    </ResultLine>
  )
}
