import { dayOf } from '@common/day'
import { anyRoleMatcher, kindMatcher } from '@functions/places/rules/filter'
import { useMemo } from 'react'
import { goMap, goPlace } from '@/places/go'
import { projectText } from '@/places/view'
import type { ReadyCity } from '@/shared/city'
import { Card } from '@/shared/components/card'
import { Row } from '@/shared/components/row'
import { useNow } from '@/shared/time/clock'
import { latestProjects, lookedAfter } from './view'

const week = 7

/** What is new, as the data have it: stations looked after lately, the latest projects. Nothing is made up. */
export function News({ city }: { city: ReadyCity }) {
  const { catalogue } = city
  const today = dayOf(useNow())
  const projects = useMemo(
    () => latestProjects(catalogue.some(kindMatcher(catalogue.index, 'project')), 2),
    [catalogue],
  )
  const checked = useMemo(
    () => lookedAfter(catalogue.some(anyRoleMatcher(catalogue.index, ['love-aid'])), today, week),
    [catalogue, today],
  )
  if (projects.length === 0 && checked === 0) return null
  return (
    <Card title="最近更新" flush>
      {checked > 0 && (
        <Row
          first
          icon="aid"
          title={`${checked} 处爱心救助点刚核实过`}
          text={`最近 ${week} 天有人去看过那里的物资`}
          onTap={() => goMap({ roles: ['love-aid'] })}
        />
      )}
      {projects.map((place, n) => (
        <Row
          key={place.id}
          first={n === 0 && checked === 0}
          icon="project"
          title={place.name}
          text={projectText(place) ?? ''}
          onTap={() => goPlace(place.id)}
        />
      ))}
    </Card>
  )
}
