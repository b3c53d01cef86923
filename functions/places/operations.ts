/** The operations of the places API, each told once: the router and the OpenAPI document both read them from here. */
import { adcodeSchema, placeIdSchema } from '../shared/contract'
import { noBody, noParams, operation } from '../shared/operation'
import type { ProblemKind } from '../shared/problems'
import * as z from '../shared/zod'
import {
  geojsonQuerySchema,
  nearbyQuerySchema,
  nearbyResponseSchema,
  openReportsQuerySchema,
  openReportsResponseSchema,
  type PlacesCode,
  placeResponseSchema,
  placesPaths,
  regionsResponseSchema,
  reportDecisionRequestSchema,
  reportDecisionSchema,
  reportIdSchema,
  reportRequestSchema,
  reportResponseSchema,
  searchQuerySchema,
  searchResponseSchema,
} from './contract'
import { packedCatalogueSchema } from './rules/catalogue'
import { cityGridSchema } from './rules/city-grid'
import { featureCollectionSchema } from './rules/geojson'

const ofRegion = z.object({ adcode: adcodeSchema })
const ofCity = 'GB/T 2260 code of the city, e.g. 320800.'
const anyOf = 'May be repeated: any of them.'
const allOf = 'May be repeated: all of them.'
const ofPlace = z.object({ id: placeIdSchema })

/** HTTP status of each code of the domain. */
export const placesProblems = {
  'unknown-region': { status: 404, title: 'There is no such region' },
  'unknown-place': { status: 404, title: 'There is no such place' },
  'unknown-report': { status: 404, title: 'There is no such report, or it is too old' },
  'report-decided': { status: 409, title: 'It was decided otherwise before' },
  'report-conflict': { status: 409, title: 'Too many reports of this at the same moment' },
  'answer-too-large': { status: 406, title: 'Too large an answer without compression' },
} as const satisfies Record<PlacesCode, ProblemKind>

/** The packed catalogue of a city of eight thousand places, of which CloudFront asks once a minute and edge. */
const catalogueReads = { readUnits: 26, once: 'a version of the city for each process of the function' }

export const placesOperations = {
  regions: operation({
    method: 'GET',
    path: placesPaths.regions,
    access: 'public',
    summary: 'Cities with their districts, frames and counts',
    params: noParams,
    query: noParams,
    body: noBody,
    answer: { schema: regionsResponseSchema, description: 'Every region there is, by adcode.' },
    codes: [],
    maxReadUnits: 8,
  }),
  cityGrid: operation({
    method: 'GET',
    path: placesPaths.cityGrid,
    access: 'public',
    summary: 'Which city a position lies in',
    description:
      'China in cells of a thirtieth of a degree, each with the city whose places are nearest, for all cities in one ' +
      'document: a client finds its city without telling where it is. Revalidated by its ETag.',
    params: noParams,
    query: noParams,
    body: noBody,
    answer: {
      schema: cityGridSchema,
      description: 'The grid, brotli or gzip compressed where accepted.',
      revalidates: true,
    },
    codes: ['answer-too-large'],
    maxReadUnits: 3,
  }),
  catalogue: operation({
    method: 'GET',
    path: placesPaths.catalogue,
    access: 'public',
    summary: 'All places of a city as one compact document',
    description:
      'Columns of coded values, made for the mini-program and revalidated by its ETag. Other clients will rather ' +
      'take the GeoJSON. Coordinates are GCJ-02.',
    params: ofRegion,
    query: noParams,
    body: noBody,
    answer: {
      schema: packedCatalogueSchema,
      description: 'The packed catalogue, brotli or gzip compressed where accepted.',
      revalidates: true,
    },
    codes: ['unknown-region', 'answer-too-large'],
    maxReadUnits: 3,
    sharedReads: catalogueReads,
  }),
  geojson: operation({
    method: 'GET',
    path: placesPaths.geojson,
    access: 'public',
    summary: 'Open data: the places of a city as GeoJSON',
    description:
      'RFC 7946, coordinates in WGS-84, which the member `datum` repeats. Several kinds mean any of them, several ' +
      'roles all of them; a warm cabin counts as one in winter only.',
    params: ofRegion,
    query: geojsonQuerySchema,
    about: { adcode: ofCity, kind: anyOf, role: allOf },
    body: noBody,
    answer: {
      schema: featureCollectionSchema,
      mediaType: 'application/geo+json',
      description: 'One feature a place.',
      revalidates: true,
    },
    codes: ['unknown-region', 'answer-too-large'],
    maxReadUnits: 3,
    sharedReads: catalogueReads,
  }),
  nearby: operation({
    method: 'GET',
    path: placesPaths.nearby,
    access: 'public',
    summary: 'The nearest places, across regions',
    description:
      'Ascending by distance in metres over a sphere of 6,371 km. Several kinds mean any of them; several roles or ' +
      'amenities mean all of them. `openAt` keeps what is open then: an ISO 8601 time with its offset, or `now`. ' +
      '`datum` says what `lng` and `lat` are; answers are GCJ-02. Exact while `complete` is true: a request looks through ' +
      'two cities at most, those that could have the nearest first. Neither logged nor kept: where you asked from.',
    params: noParams,
    query: nearbyQuerySchema,
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
    body: noBody,
    answer: { schema: nearbyResponseSchema, description: 'At most `limit` places within `radius` metres.' },
    codes: [],
    maxReadUnits: 8,
    sharedReads: { ...catalogueReads, readUnits: 2 * catalogueReads.readUnits },
  }),
  search: operation({
    method: 'GET',
    path: placesPaths.search,
    access: 'public',
    summary: 'Places by number, name, address, pinyin or its initials, or by what one looks for',
    params: noParams,
    query: searchQuerySchema,
    about: { q: 'E.g. 32080290, 淮海路, huaihai, hhl, 厕所.', region: ofCity },
    body: noBody,
    answer: { schema: searchResponseSchema, description: 'Best matches first.' },
    codes: ['unknown-region'],
    maxReadUnits: 3,
    sharedReads: catalogueReads,
  }),
  place: operation({
    method: 'GET',
    path: placesPaths.place,
    access: 'public',
    summary: 'One place, with all that the public may know',
    params: ofPlace,
    query: noParams,
    body: noBody,
    answer: {
      schema: placeResponseSchema,
      description: 'The place, and whether it is open as this is answered.',
    },
    codes: ['unknown-place'],
    maxReadUnits: 1,
  }),
  reports: operation({
    method: 'POST',
    path: placesPaths.reports,
    access: 'known',
    summary: 'Tell that something about a place is wrong',
    description:
      'Without login, unless one asks for points. The same source, fact and place count once a day; three sources within 30 days make the fact ' +
      'doubtful. A source may send 20 reports a day; its address is not kept. Notes are read by staff only.',
    params: ofPlace,
    query: noParams,
    body: reportRequestSchema,
    answer: {
      schema: reportResponseSchema,
      description: 'Taken down, and what is doubted about the place now.',
    },
    codes: ['unknown-place', 'report-conflict', 'rate-limited', 'unauthenticated'],
  }),
  openReports: operation({
    method: 'GET',
    path: placesPaths.openReports,
    access: 'staff:review',
    summary: 'Reports of a city that nobody has decided on',
    params: noParams,
    query: openReportsQuerySchema,
    body: noBody,
    answer: { schema: openReportsResponseSchema, description: 'Oldest first, 15 a page.' },
    codes: [],
    // Two for the page, half a one for each of its places.
    maxReadUnits: 11,
  }),
  decideReport: operation({
    method: 'POST',
    path: placesPaths.reportDecision,
    access: 'staff:review',
    summary: 'Accept or reject a report',
    description:
      'Decision, points, its record, doubt and the region’s version are one transaction. The same decision again gets the same answer.',
    params: z.object({ id: reportIdSchema }),
    query: noParams,
    body: reportDecisionRequestSchema,
    answer: { schema: reportDecisionSchema, description: 'Decided.' },
    codes: ['unknown-report', 'report-decided', 'report-conflict'],
  }),
}
