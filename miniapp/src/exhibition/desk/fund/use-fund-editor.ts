/** One year of the fund being written. */
import type { Entry } from '@functions/exhibition/contract/entries'
import { findingsOf } from '@functions/exhibition/contract/kinds'
import type { FundContent } from '@functions/exhibition/contract/kinds/fund'
import type { ConflictField } from '@/desk/edit/conflict'
import { merge } from '@/desk/merge'
import { useWording } from '../entry/use-wording'
import { useSavedEntry, type Writing } from '../use-saved-entry'
import { type FundDraft, fundContentOf, fundDraftOf, fundFieldNames, fundText, unfinishedFund } from './draft'

const year: Writing<FundDraft, FundContent> = { draftOf: fundDraftOf, contentOf: fundContentOf, merge }

export function useFundEditor(region: string, first: Entry | null, onSaved: (entry: Entry) => void) {
  const { meanwhile, ...written } = useSavedEntry(region, first, year, onSaved)
  const { draft, content, set } = written
  const wording = useWording(content ?? unfinishedFund(draft))
  return {
    ...written,
    wording,
    findings: content ? findingsOf(content) : [],
    /** What another saved meanwhile, for the save bar. */
    conflict: meanwhile && {
      fields: meanwhile.clashes.map(
        ({ field, mine, theirs }): ConflictField => ({
          key: field,
          label: fundFieldNames[field],
          mine: fundText(mine),
          theirs: fundText(theirs),
          chosen: draft[field] === mine ? 'mine' : draft[field] === theirs ? 'theirs' : null,
          onChoose: (which) => set({ [field]: which === 'mine' ? mine : theirs }),
        }),
      ),
      taken: meanwhile.taken.map((field) => fundFieldNames[field]),
    },
  }
}
export type FundEditor = ReturnType<typeof useFundEditor>
