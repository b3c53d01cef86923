/** The operations of the places API, each declared once: the router and the OpenAPI document both read them from here. */
import { operation } from '../shared/declaration/operation'
import type { ProblemKind } from '../shared/http/problems'
import type { PlacesCode } from './contract'
import * as cities from './endpoints/cities'
import * as openData from './endpoints/open-data'
import * as place from './endpoints/place'
import * as reports from './endpoints/staff/reports'

const ofCity = 'GB/T 2260 code of the city, e.g. 320800.'
const anyOf = 'May be repeated: any of them.'
const allOf = 'May be repeated: all of them.'

/** HTTP status of each code of the domain. */
export const placesProblems = {
  'unknown-region': { status: 404, title: 'There is no such region' },
  'unknown-place': { status: 404, title: 'There is no such place' },
  'unknown-report': { status: 404, title: 'There is no such report, or it has expired' },
  'report-decided': { status: 409, title: 'The report has been decided differently' },
  'report-conflict': { status: 409, title: 'Too many reports of the same place at once' },
} as const satisfies Record<PlacesCode, ProblemKind>

/** The packed catalogue of a city of eight thousand places, of which CloudFront asks once a minute and edge. */
const catalogueReads = { readUnits: 26, once: 'a version of the city for each process of the function' }

export const placesOperations = {
  regions: operation({
    ...cities.regions,
    cached: true,
    summary: 'Cities with their districts, frames and counts',
    answer: { schema: cities.regions.response, description: 'Every region there is, by adcode.' },
    maxReadUnits: 8,
  }),
  cityGrid: operation({
    ...cities.cityGrid,
    cached: true,
    summary: 'Which city a position lies in',
    description:
      'China in cells of a thirtieth of a degree, each with the city whose places are nearest, for all cities in one ' +
      'document: a client finds its city without telling where it is. Revalidated by its ETag.',
    answer: {
      schema: cities.cityGrid.response,
      description: 'The grid, brotli or gzip compressed where accepted.',
      revalidates: true,
    },
    maxReadUnits: 3,
  }),
  catalogue: operation({
    ...cities.catalogue,
    cached: true,
    summary: 'All places of a city as one compact document',
    description:
      'Columns of coded values, made for the mini-program and revalidated by its ETag. Other clients will rather ' +
      'take the GeoJSON. Coordinates are GCJ-02.',
    answer: {
      schema: cities.catalogue.response,
      description: 'The packed catalogue, brotli or gzip compressed where accepted.',
      revalidates: true,
    },
    maxReadUnits: 3,
    sharedReads: catalogueReads,
  }),
  geojson: operation({
    ...openData.geojson,
    cached: true,
    summary: 'Open data: the places of a city as GeoJSON',
    description:
      'RFC 7946, coordinates in WGS-84, which the member `datum` repeats. Several kinds mean any of them, several ' +
      'roles all of them; a warm cabin counts as one in winter only.',
    about: { adcode: ofCity, kind: anyOf, role: allOf },
    answer: {
      schema: openData.geojson.response,
      mediaType: 'application/geo+json',
      description: 'One feature a place.',
      revalidates: true,
    },
    maxReadUnits: 3,
    sharedReads: catalogueReads,
  }),
  nearby: operation({
    ...openData.nearby,
    summary: 'The nearest places, across regions',
    description:
      'Ascending by distance in metres over a sphere of 6,371 km. Several kinds mean any of them; several roles or ' +
      'amenities mean all of them. `openAt` keeps what is open then: an ISO 8601 time with its offset, or `now`. ' +
      '`datum` says what `lng` and `lat` are; answers are GCJ-02. Exact while `complete` is true: a request looks through ' +
      'two cities at most, those that could have the nearest first. Neither logged nor kept: where you asked from.',
    about: {
      lng: 'Degrees east, in `datum`.',
      lat: 'Degrees north, in `datum`.',
      radius: 'Metres, 200,000 at most and without it.',
      kind: anyOf,
      role: allOf,
      amenity: allOf,
      openAt: 'Keeps what is open then; what is unknown is left out.',
      datum: 'What `lng` and `lat` are.',
    },
    answer: {
      schema: openData.nearby.response,
      description: 'At most `limit` places within `radius` metres.',
    },
    maxReadUnits: 8,
    sharedReads: { ...catalogueReads, readUnits: 2 * catalogueReads.readUnits },
  }),
  search: operation({
    ...openData.search,
    summary: 'Places by number, name, address, pinyin or its initials, or by what one looks for',
    about: { q: 'E.g. 32080290, 淮海路, huaihai, hhl, 厕所.', region: ofCity },
    answer: { schema: openData.search.response, description: 'Best matches first.' },
    maxReadUnits: 3,
    sharedReads: catalogueReads,
  }),
  place: operation({
    ...place.place,
    summary: 'One place, with all that the public may know',
    answer: {
      schema: place.place.response,
      description: 'The place, and whether it is open as this is answered.',
    },
    maxReadUnits: 1,
  }),
  reports: operation({
    ...place.reports,
    summary: 'Tell that something about a place is wrong',
    description:
      'Without login, unless one asks for points. The same source, fact and place count once a day; three sources within 30 days make the fact ' +
      'doubtful. A source may send 20 reports a day; its address is not kept. Notes are read by staff only.',
    answer: {
      schema: place.reports.response,
      description: 'Taken down, and what is doubted about the place now.',
    },
  }),
  openReports: operation({
    ...reports.openReports,
    region: 'query.region',
    summary: 'Reports of a city that nobody has decided on',
    answer: { schema: reports.openReports.response, description: 'Oldest first, 15 a page.' },
    // Two for the page, half a one for each of its places.
    maxReadUnits: 11,
  }),
  decideReport: operation({
    ...reports.decideReport,
    region: 'params.id',
    summary: 'Accept or reject a report',
    description:
      'Decision, points, its record, doubt and the region’s version are one transaction. The same decision again gets the same answer.',
    answer: { schema: reports.decideReport.response, description: 'Decided.' },
  }),
}
