import type { WordingFinding } from '@functions/exhibition/rules/wording'
import { fieldName } from '@/shared/blocks/editor/wording'
import { Button } from '@/shared/components/button'
import { ResultLine } from '@/shared/components/result-line'
import { Wrap } from '@/shared/components/stack'

/** Where the fields outside of blocks begin. */
export const headId = 'entry-head'

/** At the foot of the form: how much of it the law forbids, and a way to each place. */
export function WordingSummary({
  wording,
  nameOf = fieldName,
}: {
  wording: readonly WordingFinding[]
  /** Of a field outside of blocks. */
  nameOf?: (field: string) => string
}) {
  if (wording.length === 0) return null
  const refused = wording.filter(({ isRefused }) => isRefused).length
  return (
    <section aria-label="法规不允许的说法">
      <ResultLine tone={refused > 0 ? 'wrong' : 'doubt'}>
        {refused > 0
          ? `有 ${refused} 处法规不允许的说法，可以保存，改掉才能提交。`
          : `有 ${wording.length} 处说法容易让人误会，请再看看。`}
      </ResultLine>
      <Wrap>
        {wording.map((one) => (
          <Button key={keyOf(one)} tone="quiet" onTap={() => goTo(one.block)}>
            {`${placeOf(one, nameOf)}：“${one.words}”`}
          </Button>
        ))}
      </Wrap>
    </section>
  )
}

const keyOf = ({ block, field, rule, words }: WordingFinding) => [block, field, rule, words].join(' ')

const placeOf = ({ at, field }: WordingFinding, nameOf: (field: string) => string): string =>
  at === null ? nameOf(field) : `第 ${at + 1} 块，${fieldName(field)}`

function goTo(block: string | null): void {
  document.getElementById(block === null ? headId : `block-${block}`)?.focus()
}
