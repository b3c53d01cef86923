/** The identity API on the stage: a valid request for each operation. */
import { createIdentityFunction } from '../../../../functions/identity'
import { maxResolved } from '../../../../functions/identity/contract'
import type { identityOperations } from '../../../../functions/identity/operations'
import { city, outlets } from '../../worlds/points-world'
import type { StageDomain } from '../stage-domain'

let newcomers = 0
const newcomer = () => `oNewcomer-${String(++newcomers).padStart(6, '0')}`

/** What is done to sessions and roles alone asks whether the token still is one. */
const overAtOnce = { 'logged out': '401 unauthenticated' }

export const identity: StageDomain<keyof typeof identityOperations> = {
  create: createIdentityFunction,
  requests: {
    login: {
      ask: ({ stage }) => ({
        target: '/api/sessions',
        body: { code: stage.newLoginCode(newcomer()) },
      }),
      onePerson: 'a session',
    },
    refresh: {
      ask: async ({ stage }) => ({
        target: '/api/sessions/refresh',
        body: { refresh: (await stage.login(newcomer())).refresh },
      }),
      onePerson: 'a session',
    },
    logout: {
      ask: () => ({ target: '/api/sessions/current' }),
      onePerson: 'a session',
      endsWhoAsks: true,
    },
    endDevice: {
      ask: () => ({ target: `/api/sessions/devices/${'0'.repeat(20)}` }),
      onePerson: 'a session',
      answers: overAtOnce,
      revokesTokens: true,
    },
    logoutEverywhere: {
      ask: () => ({ target: '/api/sessions' }),
      onePerson: 'sessions',
      endsWhoAsks: true,
    },
    openTicket: {
      ask: () => ({ target: '/api/sessions/tickets', body: {} }),
      onePerson: 'a session',
    },
    viewTicket: {
      ask: async ({ openTicket }) => ({ target: `/api/sessions/tickets/${(await openTicket()).id}` }),
      answers: overAtOnce,
    },
    approveTicket: {
      ask: async ({ openTicket }) => {
        const { id, digits } = await openTicket()
        return { target: `/api/sessions/tickets/${id}`, body: { digits } }
      },
      onePerson: 'a session',
      answers: overAtOnce,
    },
    collectTicket: {
      ask: async ({ stage, openTicket, approve }) => {
        const ticket = await openTicket()
        // Of somebody new each time: sessions too many end the oldest.
        await approve(ticket, await stage.enter(newcomer()))
        return { target: `/api/sessions/tickets/${ticket.id}/session`, body: { secret: ticket.secret } }
      },
      onePerson: 'a session',
    },
    me: {
      ask: () => ({ target: '/api/me' }),
      answers: overAtOnce,
    },
    export: {
      ask: () => ({ target: '/api/me/export' }),
      answers: overAtOnce,
    },
    deleteMe: {
      ask: () => ({ target: '/api/me' }),
      onePerson: 'writes off one’s own points',
      answers: overAtOnce,
      endsWhoAsks: true,
    },
    consent: {
      ask: () => ({ target: '/api/me/consents', body: { text: 'points', version: '2026-11' } }),
      onePerson: 'about oneself',
      answers: overAtOnce,
    },
    age: {
      ask: () => ({ target: '/api/me/age', body: { age: 'adult' } }),
      onePerson: 'about oneself',
      answers: overAtOnce,
    },
    roles: {
      ask: () => ({ target: `/api/staff/roles?region=${city}` }),
      readWhole: 'who holds a role in one city: the desk searches in them',
    },
    roleChanges: {
      ask: () => ({ target: `/api/staff/roles/changes?region=${city}&month=2036-11` }),
      readWhole: 'how the roles of one city changed in one month',
    },
    grant: {
      ask: ({ guest }) => ({
        target: '/api/staff/roles',
        body: {
          no: guest.session.me.no,
          role: { kind: 'salesperson', region: city, outlets: [outlets.plain] },
        },
      }),
      purpose: { role: 'salesperson', no: '3E8CA0HE' },
    },
    roleProposals: { ask: () => ({ target: `/api/staff/role-proposals?region=${city}` }) },
    proposeRole: {
      ask: async ({ newPerson }) => ({
        target: '/api/staff/role-proposals',
        body: { no: (await newPerson()).no, role: { kind: 'staff', region: city, powers: ['gifts'] } },
      }),
    },
    decideRole: {
      ask: async ({ proposeRole }) => ({
        target: `/api/staff/role-proposals/${(await proposeRole()).id}/decision`,
        body: { approve: true },
      }),
      purpose: { kind: 'grant', role: 'staff', powers: ['gifts'], no: '3E8CA0HE' },
    },
    withdrawRole: {
      ask: async ({ proposeRole }, who) => {
        // Whoever may propose withdraws their own; the others are refused another's.
        const { id } = await (who ? proposeRole(who).catch(() => proposeRole()) : proposeRole())
        return { target: `/api/staff/role-proposals/${id}/withdrawal`, body: {} }
      },
    },
    revoke: {
      ask: ({ guest }) => ({
        target: `/api/staff/roles/${guest.session.me.id}/salesperson?region=${city}`,
      }),
      onePerson: 'takes powers away',
      purpose: { role: 'staff', no: '3E8CA0HE' },
    },
    resolve: {
      ask: ({ lin, guest }) => ({
        target: '/api/staff/persons/resolve',
        body: { region: city, ids: [lin.session.me.id], nos: [guest.session.me.no] },
      }),
      onePerson: 'looks at numbers',
      largest: async ({ stage }) => {
        const names = Array.from({ length: maxResolved }, (_, i) => `oHundred-${String(i).padStart(4, '0')}`)
        const people = await Promise.all(names.map((openid) => stage.identity.personOf(openid)))
        return { region: city, nos: people.map(({ no }) => no) }
      },
    },
    // Of their own: who may name others is asked in tests/functions/identity/persons.integration.test.ts.
    nameStaff: {
      ask: ({ keeper }, who) => ({
        target: `/api/staff/persons/${(who ?? keeper).session.me.id}/name`,
        body: { region: city, name: '王老师' },
      }),
      onePerson: 'what colleagues call each other',
    },
  },
}
